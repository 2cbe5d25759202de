package org.heralddata.serve.rpc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Methods described by OpenRPC 1.3.2 (spec.open-rpc.org). */
public final class OpenRpc {
    private static final String VERSION = "1.3.2";

    private OpenRpc() {}

    /**
     * The document.
     *
     * @param url     where calls are sent
     * @param errors  what may go wrong, by code
     */
    public static Map<String, Object> document(
            String title, String url, List<? extends RpcMethod<?>> methods, Map<Integer, String> errors) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openrpc", VERSION);
        document.put(
                "info",
                Map.of(
                        "title",
                        title,
                        "version",
                        "1",
                        "description",
                        "JSON-RPC 2.0 by POST. At most %d calls in a batch.".formatted(RpcProtocol.MOST),
                        "license",
                        Map.of("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0")));
        document.put("servers", List.of(Map.of("name", title, "url", url)));
        document.put("methods", methods.stream().map(m -> method(m, errors)).toList());
        return document;
    }

    private static Map<String, Object> method(RpcMethod<?> method, Map<Integer, String> errors) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", method.name());
        told.put("summary", method.summary());
        told.put("paramStructure", "either");
        told.put("params", method.parameters().stream().map(OpenRpc::parameter).toList());
        told.put("result", Map.of("name", "result", "schema", method.result()));
        var all = new ArrayList<Map<String, Object>>();
        errors.forEach((code, message) -> all.add(Map.of("code", code, "message", message)));
        told.put("errors", all);
        told.put("examples", List.of(example(method)));
        return told;
    }

    private static Map<String, Object> parameter(RpcParameter parameter) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", parameter.name());
        told.put("description", parameter.description());
        told.put("required", parameter.required());
        told.put("schema", parameter.schema());
        return told;
    }

    private static Map<String, Object> example(RpcMethod<?> method) {
        var params = new ArrayList<Map<String, Object>>();
        for (RpcParameter parameter : method.parameters()) {
            JsonNode value = method.example().get(parameter.name());
            if (value != null) {
                params.add(Map.of("name", parameter.name(), "value", value));
            }
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", method.name());
        told.put("params", params);
        told.put("result", Map.of("name", "result", "value", method.answer()));
        return told;
    }
}
