package org.heralddata.serve.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is sent to and answered by addresses of data requests, by example. */
final class RequestExamples {
    private static final String JSON = "application/json";
    private static final String REQUEST = """
            {"id": "4q8c0m…", "identifier": "hr-5f0c1a…", "title": "Above the knee", "state": "Running", "phase": "EXECUTING",
             "progress": 0.42, "work": {"rows": 420000, "rowsExpected": 1000000, "bytes": 33600000, "bytesExpected": 80000000,
             "secondsLeft": 11}, "created": "2026-11-21T12:00:00Z", "started": "2026-11-21T12:00:01Z",
             "expires": "2026-12-05T12:00:00Z", "keptAtMost": "2027-02-19T12:00:00Z",
             "request": {"parts": [{"collection": "kascade-demo", "release": "r1", "table": "events", "where": "array_e > 15.5",
             "columns": ["array_e", "ra", "dec"]}], "format": "fits", "options": {}, "layout": "wide", "delivery": "zip"}}""";
    private static final String ESTIMATE = """
            {"identifier": "hr-5f0c1a…", "rows": 1000000, "rowsOfParts": [1000000], "bytes": 80000000, "seconds": 12.5,
             "formats": {"fits": {"bytes": 80000000, "seconds": 12.5}, "parquet": {"bytes": 21000000, "seconds": 3.1}},
             "queue": {"position": 3, "ahead": 2, "expectedStart": "2026-11-21T12:00:20Z", "workers": 2},
             "quota": {"active": {"used": 1, "most": 25}, "kept": {"used": 4, "most": 200},
             "bytesKept": {"used": 123456789, "most": 200000000000}, "bytesToday": {"used": 0, "most": 100000000000}},
             "granted": true, "refusals": []}""";
    private static final String EVENTS = """
            event: state
            id: 5f0c1a
            data: {"id": "4q8c0m…", "state": "Scheduled", "queue": {"position": 3, "ahead": 2}}

            event: progress
            id: 77c01b
            data: {"id": "4q8c0m…", "state": "Running", "progress": 0.42, "rows": 420000, "rowsExpected": 1000000, "secondsLeft": 11}
            """;

    private RequestExamples() {}

    /** Adds examples to what OpenAPI tells of a method. */
    static void addTo(Map<String, Object> operation, Api api, String method) {
        sent(api, method)
                .ifPresent(body -> operation.put(
                        "requestBody", Map.of("required", false, "content", Map.of(JSON, Map.of("example", body)))));
        Map<String, Object> responses = new LinkedHashMap<>(Map.of());
        if (operation.get("responses") instanceof Map<?, ?> told) {
            told.forEach((status, answer) -> responses.put(String.valueOf(status), answer));
        }
        String description = String.valueOf(operation.get("summary"));
        if (method.equals("delete")) {
            responses.remove("200");
            responses.put("204", Map.of("description", "It is done"));
        } else if (api == Api.EVENTS_OF_REQUEST || api == Api.EVENTS_OF_REQUESTS) {
            responses.put("200", answer(description, "text/event-stream", EVENTS));
        } else {
            answered(api, method).ifPresent(example -> {
                boolean made = method.equals("post") && (api == Api.REQUESTS || api == Api.ORDER_OF_REQUEST);
                responses.remove("200");
                responses.put(made ? "201" : "200", answer(description, JSON, example));
            });
        }
        operation.put("responses", responses);
    }

    private static Map<String, Object> answer(String description, String mediaType, Object example) {
        return Map.of("description", description, "content", Map.of(mediaType, Map.of("example", example)));
    }

    private static Optional<JsonNode> sent(Api api, String method) {
        if (!method.equals("post")) {
            return Optional.empty();
        }
        return switch (api) {
            case EXTENSION_OF_REQUEST -> json("{\"days\": 30}");
            case ORDER_OF_REQUEST -> json("{\"release\": \"newest\"}");
            case NAME_OF_REQUEST -> json("{\"title\": \"Above the knee\"}");
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> answered(Api api, String method) {
        return switch (api) {
            case REQUESTS -> json(method.equals("post") ? REQUEST : "{\"requests\": [" + REQUEST + "]}");
            case REQUEST, EXTENSION_OF_REQUEST, ORDER_OF_REQUEST, NAME_OF_REQUEST, CANCEL_OF_REQUEST -> json(REQUEST);
            case SHARED ->
                json(
                        "{\"identifier\": \"hr-5f0c1a…\", \"state\": \"Finished\", \"href\": \"/api/v1/requests/shared/s3k…\"}");
            case ESTIMATE_OF_REQUEST -> json(ESTIMATE);
            case TEMPLATE_OF_REQUEST ->
                json(
                        "{\"parts\": [{\"collection\": \"kascade-demo\", \"table\": \"events\", \"where\": \"array_e > 15.5\"}],"
                                + " \"format\": \"fits\", \"title\": \"Above the knee\"}");
            case SHARE_OF_REQUEST ->
                json(
                        "{\"token\": \"s3k…\", \"href\": \"/api/v1/requests/shared/s3k…\", \"page\": \"/requests/shared/s3k…\"}");
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> json(String text) {
        return Optional.of(JsonMapper.shared().readTree(text));
    }
}
