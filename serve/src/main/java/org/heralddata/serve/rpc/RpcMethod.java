package org.heralddata.serve.rpc;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A method, with what is told of it.
 *
 * @param name       not beginning with {@code rpc.}, unless an extension of the protocol defines it
 * @param parameters by position in this order, too
 * @param result     JSON Schema
 * @param example    parameters by name
 * @param answer     to the example, or what it is like
 */
public record RpcMethod<C>(
        String name,
        String summary,
        List<RpcParameter> parameters,
        Map<String, Object> result,
        JsonNode example,
        JsonNode answer,
        Call<C> call) {

    public RpcMethod {
        parameters = List.copyOf(parameters);
        result = Map.copyOf(result);
    }

    /**
     * What it does.
     *
     * @param <C> who calls
     */
    @FunctionalInterface
    public interface Call<C> {

        /**
         * Answers.
         *
         * @param parameters by name; the needed ones are there, unknown ones are not; null is as good as none
         * @return what Jackson can write
         * @throws RpcError if it cannot
         */
        Object answer(ObjectNode parameters, C caller) throws RpcError, InterruptedException;
    }
}
