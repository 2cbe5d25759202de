package org.heralddata.serve.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.heralddata.jobs.request.Delivery;
import org.heralddata.jobs.request.Layout;

/** The addresses of data requests as OpenAPI describes them. */
final class RequestsOpenApi {
    private static final Map<String, Object> EXAMPLE = Map.of(
            "parts",
            List.of(Map.of(
                    "collection", "kascade-demo",
                    "table", "events",
                    "where", "array_e > 15.5 and array_ze < 20 deg",
                    "columns", List.of("array_e", "ra", "dec", "time"))),
            "format",
            "fits",
            "layout",
            "wide",
            "title",
            "Above the knee");

    private static final Map<String, Object> CALL = Map.of(
            "jsonrpc",
            "2.0",
            "id",
            1,
            "method",
            "count",
            "params",
            Map.of("collection", "kascade-demo", "table", "events", "where", "array_ze < 20 deg"));

    private RequestsOpenApi() {}

    /** Whether an address is one of requests. */
    static boolean describes(Api api) {
        return api.path().startsWith(Api.ALL_REQUESTS) || api.path().startsWith(Api.RPC_PATH);
    }

    static Map<String, Map<String, Map<String, Object>>> paths(OpenApiController controller) {
        Map<String, Map<String, Map<String, Object>>> paths = new LinkedHashMap<>();
        Stream.of(Api.values()).filter(RequestsOpenApi::describes).forEach(api -> {
            Map<String, Map<String, Object>> methods = new LinkedHashMap<>();
            for (String method : methods(api)) {
                methods.put(method, operation(controller.operation(api), api, method));
            }
            paths.put(api.path(), methods);
        });
        return paths;
    }

    private static List<String> methods(Api api) {
        return switch (api) {
            case REQUESTS, RPC -> List.of("get", "post");
            case REQUEST -> List.of("get", "delete");
            case ESTIMATE_OF_REQUEST, CANCEL_OF_REQUEST, EXTENSION_OF_REQUEST, ORDER_OF_REQUEST, NAME_OF_REQUEST ->
                List.of("post");
            case SHARE_OF_REQUEST -> List.of("get", "post", "delete");
            default -> List.of("get");
        };
    }

    private static Map<String, Object> operation(Map<String, Object> get, Api api, String method) {
        Map<String, Object> operation = new LinkedHashMap<>(get);
        if (method.equals("get")) {
            return operation;
        }
        operation.put("operationId", OpenApiController.name(api) + "-" + method);
        if (api == Api.RPC) {
            operation.put("requestBody", json(Map.of("type", List.of("object", "array")), CALL));
        }
        if (api == Api.REQUESTS || api == Api.ESTIMATE_OF_REQUEST) {
            operation.put("parameters", List.<Map<String, Object>>of());
            operation.put("requestBody", json(Map.of("$ref", "#/components/schemas/Request"), EXAMPLE));
        }
        return operation;
    }

    private static Map<String, Object> json(Map<String, Object> schema, Map<String, Object> example) {
        return Map.of(
                "required", true, "content", Map.of("application/json", Map.of("schema", schema, "example", example)));
    }

    /** The schema of a request. */
    static Map<String, Object> request(List<String> formats) {
        return Map.of("type", "object", "properties", members(formats));
    }

    /** The schemas of what a request may say. */
    static Map<String, Map<String, Object>> members(List<String> formats) {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Map<String, Object>> part = new LinkedHashMap<>();
        part.put("collection", text);
        part.put("table", text);
        part.put("release", described("string", "The newest if absent"));
        part.put("where", described(List.of("string", "object"), "Selection as text or JSON; everything if absent"));
        part.put("columns", described(List.of("array", "string"), "All if absent"));
        part.put(
                "events",
                Map.of(
                        "type",
                        "object",
                        "description",
                        "Instead of all others: the common events of several collections, as one table",
                        "properties",
                        Map.of(
                                "where",
                                described(List.of("string", "object"), "Selection in the columns of the common event"),
                                "collections",
                                described("array", "Ids, or objects of `collection` and `release`; all if absent"))));
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        all.put("parts", Map.of("type", "array", "items", Map.of("type", "object", "properties", part)));
        all.putAll(part);
        all.put("format", Map.of("type", "string", "enum", formats));
        all.put("options", described("object", "What the format leaves to choose"));
        all.put(
                "layout",
                Map.of(
                        "type",
                        "string",
                        "enum",
                        Stream.of(Layout.values()).map(Layout::label).toList()));
        all.put(
                "delivery",
                Map.of(
                        "type",
                        "string",
                        "enum",
                        Stream.of(Delivery.values()).map(Delivery::label).toList()));
        all.put("title", described("string", "What you call it"));
        all.put(
                "notify",
                Map.of(
                        "type",
                        "object",
                        "description",
                        "How to be told that it has ended",
                        "properties",
                        Map.of(
                                "mail", described("boolean", "By a letter to the address of the account"),
                                "webhook", described("string", "By a signed call of this https:// address"))));
        return all;
    }

    private static Map<String, Object> described(Object type, String description) {
        return Map.of("type", type, "description", description);
    }
}
