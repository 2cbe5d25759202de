package org.heralddata.serve.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heralddata.serve.rpc.RpcParameter;

/** Parameters of remote procedures, as JSON Schema. */
final class RpcSchemas {
    static final Map<String, Object> TEXT = Map.of("type", "string");
    static final Map<String, Object> OBJECT = Map.of("type", "object");
    static final Map<String, Object> WHERE = Map.of("type", List.of("string", "object"));

    /** A request that the demonstration can do. */
    static final String EXAMPLE = """
            {"parts": [{"collection": "kascade-demo", "table": "events", "where": "array_e > 15.5 and array_ze < 20 deg",
                        "columns": ["array_e", "ra", "dec", "time"]}],
             "format": "fits", "title": "Above the knee"}""";

    private RpcSchemas() {}

    static RpcParameter needed(String name, Map<String, Object> schema, String description) {
        return new RpcParameter(name, description, true, schema);
    }

    static RpcParameter optional(String name, Map<String, Object> schema, String description) {
        return new RpcParameter(name, description, false, schema);
    }

    /** The members of a request as parameters: in the order of its schema. */
    static List<RpcParameter> request(List<String> formats) {
        var parameters = new ArrayList<RpcParameter>();
        RequestsOpenApi.members(formats).forEach((name, schema) -> {
            Object told = schema.get("description");
            parameters.add(optional(name, schema, told == null ? "See docs of requests" : told.toString()));
        });
        return parameters;
    }
}
