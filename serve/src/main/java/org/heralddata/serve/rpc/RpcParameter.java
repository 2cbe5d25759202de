package org.heralddata.serve.rpc;

import java.util.Map;

/**
 * A parameter of a method.
 *
 * @param schema JSON Schema
 */
public record RpcParameter(String name, String description, boolean required, Map<String, Object> schema) {

    public RpcParameter {
        schema = Map.copyOf(schema);
    }
}
