package org.heralddata.serve.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was asked of the demonstration and how it answered, by method and path, as {@code openapi-examples.json} keeps it; fills descriptions
 * with it. A test asks all of it again.
 */
final class OpenApiExamples {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([a-z]+)}");
    private static final Map<String, Object> EXAMPLE_PROBLEM = Map.of(
            "type", "urn:herald:Q004",
            "title", "There is no such column",
            "status", 400,
            "code", "Q004",
            "detail", "there is no column `aray_e`",
            "help", "did you mean `array_e`?",
            "where", "aray_e > 16",
            "start", 0,
            "length", 6);

    private final JsonNode examples;

    OpenApiExamples() {
        try (InputStream in = Objects.requireNonNull(
                OpenApiExamples.class.getResourceAsStream("openapi-examples.json"), "openapi-examples.json")) {
            examples = JsonMapper.shared().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Puts examples into an operation, and answers by status, with schema and example. */
    void fill(String method, String path, Map<String, Object> operation) {
        JsonNode example = examples.get(method.toUpperCase(Locale.ROOT) + " " + path);
        if (example == null) {
            return;
        }
        String request = example.get("request").stringValue();
        Map<String, String> given = given(path, request);
        var parameters = new ArrayList<Map<String, Object>>();
        for (Map<String, Object> parameter : parameters(operation)) {
            Map<String, Object> told = new LinkedHashMap<>(parameter);
            String value = given.get(String.valueOf(parameter.get("name")));
            if (value != null) {
                told.put("example", value.matches("\\d{1,9}") && isWhole(parameter) ? Integer.valueOf(value) : value);
            }
            parameters.add(told);
        }
        operation.put("parameters", parameters);
        if (example.has("body")) {
            operation.put("requestBody", withExample(operation.get("requestBody"), example.get("body")));
        }
        operation.put(
                "responses", responses(operation, example, !given(path, path).isEmpty()));
    }

    @SuppressWarnings("unchecked") // made by OpenApiController
    private static List<Map<String, Object>> parameters(Map<String, Object> operation) {
        return (List<Map<String, Object>>) operation.getOrDefault("parameters", List.of());
    }

    private static boolean isWhole(Map<String, Object> parameter) {
        return parameter.get("schema") instanceof Map<?, ?> schema && "integer".equals(schema.get("type"));
    }

    private static Map<String, Object> withExample(@Nullable Object described, JsonNode example) {
        Map<String, Object> content = new LinkedHashMap<>();
        boolean needed = described instanceof Map<?, ?>;
        if (described instanceof Map<?, ?> body
                && body.get("content") instanceof Map<?, ?> types
                && types.get("application/json") instanceof Map<?, ?> known) {
            known.forEach((key, value) -> content.put(String.valueOf(key), value));
        }
        content.put("example", example);
        return Map.of("required", needed, "content", Map.of("application/json", content));
    }

    /** Values of variables and parameters. */
    private static Map<String, String> given(String path, String request) {
        Map<String, String> given = new LinkedHashMap<>();
        String[] parts = request.split("\\?", 2);
        Matcher variable = VARIABLE.matcher(path);
        var pattern = new StringBuilder();
        var names = new ArrayList<String>();
        int end = 0;
        while (variable.find()) {
            names.add(variable.group(1));
            pattern.append(Pattern.quote(path.substring(end, variable.start())))
                    .append(variable.group(1).equals("path") ? "(.+)" : "([^/]+)");
            end = variable.end();
        }
        Matcher values =
                Pattern.compile(pattern + Pattern.quote(path.substring(end))).matcher(parts[0]);
        if (values.matches()) {
            for (int i = 0; i < names.size(); i++) {
                given.put(names.get(i), values.group(i + 1));
            }
        }
        if (parts.length == 2) {
            for (String pair : parts[1].split("&", -1)) {
                String[] both = pair.split("=", 2);
                given.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
            }
        }
        return given;
    }

    private static Map<String, Object> responses(Map<String, Object> operation, JsonNode example, boolean named) {
        Map<String, Object> responses = new LinkedHashMap<>();
        Map<String, Object> good = new LinkedHashMap<>();
        good.put("description", String.valueOf(operation.get("summary")));
        if (example.has("type")) {
            Map<String, Object> content = new LinkedHashMap<>();
            JsonNode answer = example.get("answer");
            content.put("schema", schema(answer));
            if (answer != null) {
                content.put("example", answer);
            }
            good.put("content", Map.of(example.get("type").stringValue(), content));
        }
        responses.put(example.path("status").asString("200"), good);
        responses.put("400", problem("Something in the request is wrong"));
        if (named) {
            responses.put("404", problem("There is no such thing"));
        }
        responses.put("503", problem("The server has no time now; ask again after Retry-After seconds"));
        responses.put("default", problem("What is wrong with the request, or that the server failed"));
        return responses;
    }

    private static Map<String, Object> problem(String description) {
        return Map.of(
                "description",
                description,
                "content",
                Map.of(
                        "application/problem+json",
                        Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"), "example", EXAMPLE_PROBLEM)));
    }

    /** What an answer is like; whatever has a value in the example may be null elsewhere. */
    private static Map<String, Object> schema(@Nullable JsonNode answer) {
        return switch (answer == null ? null : answer.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> properties = new LinkedHashMap<>();
                Objects.requireNonNull(answer)
                        .properties()
                        .forEach(member -> properties.put(member.getKey(), schema(member.getValue())));
                yield Map.of("type", List.of("object", "null"), "properties", properties);
            }
            case ARRAY -> Map.of("type", List.of("array", "null"));
            case STRING -> Map.of("type", List.of("string", "number", "null"));
            case NUMBER -> Map.of("type", List.of("number", "string", "null"));
            case BOOLEAN -> Map.of("type", List.of("boolean", "null"));
            case null, default -> Map.of();
        };
    }
}
