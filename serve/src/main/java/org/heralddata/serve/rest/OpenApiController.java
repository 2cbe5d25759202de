package org.heralddata.serve.rest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.jobs.request.Requests;
import org.heralddata.query.DataService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API described by itself: OpenAPI 3.1, made from {@link Api}. */
@RestController
class OpenApiController {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([a-z]+)}");

    private final OpenApiExamples examples = new OpenApiExamples();
    private final DataService data;
    private final boolean takesRequests;

    OpenApiController(DataService data, ObjectProvider<Requests> requests) {
        this.data = data;
        takesRequests = requests.getIfAvailable() != null;
    }

    @GetMapping(Api.OPENAPI_JSON)
    Map<String, Object> openApi() {
        Map<String, Map<String, Map<String, Object>>> paths = new LinkedHashMap<>();
        for (Api api : Api.values()) {
            if (RequestsOpenApi.describes(api)) {
                continue;
            }
            Map<String, Map<String, Object>> methods = new LinkedHashMap<>();
            methods.put("get", operation(api));
            if (api.body()) {
                Map<String, Object> post = new LinkedHashMap<>(operation(api));
                post.put("operationId", name(api) + "Post");
                post.put("parameters", pathParameters(api));
                post.put("requestBody", body(api));
                methods.put("post", post);
            }
            paths.put(api.path().replace("{*", "{"), methods);
        }
        if (takesRequests) {
            paths.putAll(RequestsOpenApi.paths(this));
        }
        paths.forEach(
                (path, methods) -> methods.forEach((method, operation) -> examples.fill(method, path, operation)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title",
                        "Herald",
                        "version",
                        "1",
                        "description",
                        "Open data of astroparticle physics. Examples are of the collections that `herald demo` shows.",
                        "license",
                        Map.of("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0")));
        document.put("paths", paths);
        document.put(
                "components",
                Map.of(
                        "schemas",
                        Map.of("Problem", problem(), "Request", RequestsOpenApi.request(data.exportFormats()))));
        return document;
    }

    /** What a method of an address takes and answers. */
    Map<String, Object> operation(Api api) {
        List<Map<String, Object>> parameters = new ArrayList<>(pathParameters(api));
        for (Parameter parameter : api.parameters()) {
            parameters.add(Map.of(
                    "name", parameter.key(),
                    "in", "query",
                    "required",
                            parameter == Parameter.COLUMN
                                    || parameter == Parameter.QUERY
                                    || parameter == Parameter.ACTIVE,
                    "description", parameter.description(),
                    "schema", schema(parameter)));
        }
        choices(api)
                .forEach(choice -> parameters.add(Map.of(
                        "name", choice.key(),
                        "in", "query",
                        "required", false,
                        "description", choice.description(),
                        "schema", Map.of("type", "string", "enum", choice.values()))));
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", name(api));
        operation.put("summary", api.summary());
        operation.put("parameters", parameters);
        operation.put(
                "responses",
                Map.of(
                        "200",
                        Map.of("description", api.summary()),
                        "default",
                        Map.of(
                                "description",
                                "What is wrong with the request, or that the server cannot answer now",
                                "content",
                                Map.of(
                                        "application/problem+json",
                                        Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))))));
        return operation;
    }

    private Map<String, Object> schema(Parameter parameter) {
        return switch (parameter) {
            case FORMAT -> Map.of("type", parameter.type(), "enum", data.exportFormats());
            case ACTIVE, VIEWS -> Map.of("type", "string", "contentMediaType", "application/json");
            default -> Map.of("type", parameter.type());
        };
    }

    private Collection<Choice> choices(Api api) {
        return api.parameters().contains(Parameter.FORMAT) ? Choice.all(data).values() : List.of();
    }

    private static List<Map<String, Object>> pathParameters(Api api) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(api.path());
        while (variable.find()) {
            parameters.add(Map.of(
                    "name", variable.group(1),
                    "in", "path",
                    "required", true,
                    "description", described(variable.group(1)),
                    "schema", Map.of("type", "string")));
        }
        return parameters;
    }

    private static String described(String variable) {
        return switch (variable) {
            case "collection" -> "Id of the collection";
            case "table" -> "Name of the table";
            case "release" -> "Name of the release";
            case "id" -> "Id, as lists and orders tell it";
            case "name" -> "Name, as the list of files tells it";
            case "path" -> "Path below this address; may hold slashes";
            case "key" -> "The event's key, as the descriptor names its column, or its uuid";
            case "token" -> "Token of the address, as sharing tells it";
            default -> ""; // a test misses it
        };
    }

    private Map<String, Object> body(Api api) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Parameter parameter : api.parameters()) {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("description", parameter.description());
            schema.put("type", types(parameter));
            properties.put(parameter.key(), schema);
        }
        choices(api)
                .forEach(choice -> properties.put(
                        choice.key(),
                        Map.of("description", choice.description(), "type", "string", "enum", choice.values())));
        return Map.of(
                "content",
                Map.of("application/json", Map.of("schema", Map.of("type", "object", "properties", properties))));
    }

    private static List<String> types(Parameter parameter) {
        return switch (parameter) {
            case WHERE -> List.of(parameter.type(), "object");
            case QUERY, ACTIVE, VIEWS, SAMPLED -> List.of(parameter.type());
            default -> List.of(parameter.type(), "array");
        };
    }

    static String name(Api api) {
        return api.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> problem() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> whole = Map.of("type", "integer");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("type", text);
        properties.put("title", text);
        properties.put("status", whole);
        properties.put("code", Map.of("type", "string", "description", "Stable name of this kind of mistake"));
        properties.put("detail", text);
        properties.put("label", text);
        properties.put("help", Map.of("type", "string", "description", "What to do next"));
        properties.put("where", Map.of("type", "string", "description", "The selection that the place is in"));
        properties.put("start", Map.of("type", "integer", "description", "First character at fault, from 0"));
        properties.put("length", whole);
        properties.put("errors", Map.of("type", "array", "description", "All mistakes, if there are several"));
        return Map.of("type", "object", "properties", properties);
    }
}
