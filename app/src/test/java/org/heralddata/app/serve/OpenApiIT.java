package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.heralddata.app.console.Console;
import org.heralddata.simulate.SimulationKind;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.ProjectRoot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenAPI leaves nothing out: each address has a summary, parameters, an example of a request, what the demonstration answers to it, and errors.
 * {@code -Dherald.golden=renew} writes down the answers anew.
 */
@TestInstance(Lifecycle.PER_CLASS)
class OpenApiIT {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path EXAMPLES =
            ProjectRoot.path().resolve("serve/src/main/resources/org/heralddata/serve/rest/openapi-examples.json");
    private static final String ID = "0123456789abcdefghijklmnop";

    /** What a request has only at some moments of its life, or only where it is known. */
    private static final Set<String> AT_TIMES = Set.of(
            "queue",
            "ahead",
            "expected",
            "started",
            "ended",
            "result",
            "files",
            "fingerprint",
            "progress",
            "error",
            "quietly");

    private final HttpClient client = HttpClient.newHttpClient();
    private ServedHome served;
    private Map<String, String> known = Map.of();

    @BeforeAll
    void serve(@TempDir Path folder) throws IOException, InterruptedException {
        served = ServedHome.open(folder.resolve("home"));
        var demo = new DemoCollections(served.home(), Console.system());
        for (SimulationKind kind : SimulationKind.values()) {
            demo.make(kind, 1_000);
        }
        JsonNode file = served.json("/api/v1/files?collection=kascade-demo").at("/files/0");
        String parquet = served.get("/files/kascade-demo/r1/SHA256SUMS")
                .body()
                .lines()
                .findFirst()
                .orElseThrow();
        String event = served.json("/api/v1/collections/kascade-demo/tables/events/rows?limit=1&columns=uuid")
                .at("/rows/0/0")
                .stringValue();
        known = new TreeMap<>(Map.of(
                "{event}", event,
                "{file}", file.get("id").stringValue(),
                "{original}", file.get("path").stringValue(),
                "{parquet}", parquet.substring(parquet.indexOf("  ") + 2)));
    }

    @AfterAll
    void close() {
        client.close();
        served.close();
    }

    private HttpResponse<byte[]> ask(String method, String path, JsonNode body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + path))
                .method(
                        method,
                        body.isMissingNode() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (!body.isMissingNode()) {
            request.header("Content-Type", "application/json");
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private void finish() throws IOException, InterruptedException {
        String path = "/api/v1/requests/" + known.get("{id}");
        JsonNode told = served.json(path);
        for (int i = 0; i < 20 && told.get("state").stringValue().matches("Scheduled|Running"); i++) {
            told = served.json(path + "?wait=30");
        }
        assertThat(told.get("state").stringValue()).isEqualTo("Finished");
    }

    @Test
    void givesAnExampleOfEveryAddressThatIsAsTheServerAnswers() throws IOException, InterruptedException {
        ObjectNode examples = (ObjectNode) JSON.readTree(Files.readString(EXAMPLES));
        boolean renew = "renew".equals(System.getProperty("herald.golden"));
        for (String key : List.copyOf(examples.propertyNames())) {
            ObjectNode example = (ObjectNode) examples.get(key);
            String path = example.get("request").stringValue();
            for (Map.Entry<String, String> one : known.entrySet()) {
                path = path.replace(one.getKey(), one.getValue());
            }
            HttpResponse<byte[]> answer = ask(key.substring(0, key.indexOf(' ')), path, example.path("body"));
            if (example.path("signedIn").asBoolean(false)) {
                assertThat(answer.statusCode()).as(path).isEqualTo(401); // its answer is written by hand
                continue;
            }
            assertThat(answer.statusCode()).as("%s: %s", path, text(answer)).isBetween(200, 299);
            String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
            JsonNode shown = shown(type, answer);
            if (key.equals("POST /api/v1/requests")) {
                known.put("{id}", shown.get("id").stringValue());
                finish();
            }
            if (key.equals("POST /api/v1/requests/{id}/share")) {
                known.put("{token}", shown.get("token").stringValue());
            }
            if (renew) {
                example.put("status", answer.statusCode());
                example.remove(List.of("type", "answer"));
                if (!type.isEmpty()) {
                    example.put("type", type);
                }
                if (!shown.isMissingNode()) {
                    example.set("answer", trimmed(shown));
                }
            } else {
                assertThat(answer.statusCode())
                        .as(key)
                        .isEqualTo(example.path("status").asInt());
                assertThat(type).as(key).isEqualTo(example.path("type").asString(""));
                requireAlike(key, example.path("answer"), shown);
            }
        }
        if (renew) {
            Files.writeString(EXAMPLES, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(examples) + "\n");
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Missing if it can only be read by programs. */
    private static JsonNode shown(String type, HttpResponse<byte[]> answer) {
        if (type.endsWith("json")) {
            return JSON.readTree(answer.body());
        }
        return type.startsWith("text/")
                ? JSON.getNodeFactory().stringNode(text(answer))
                : JSON.getNodeFactory().missingNode();
    }

    /** Two of each kind, and no more of a text than shows what it is. */
    private JsonNode trimmed(JsonNode answer) {
        if (answer.isObject()) {
            ObjectNode trimmed = JSON.createObjectNode();
            int most = answer.has("openapi") || answer.has("openrpc") ? 2 : Integer.MAX_VALUE;
            answer.properties().stream()
                    .limit(most)
                    .forEach(member -> trimmed.set(member.getKey(), trimmed(member.getValue())));
            return trimmed;
        }
        if (answer.isArray()) {
            var trimmed = JSON.createArrayNode();
            answer.valueStream().limit(2).forEach(one -> trimmed.add(trimmed(one)));
            return trimmed;
        }
        if (answer.isString()) {
            String text = answer.stringValue().replace("http://localhost:" + served.port(), "https://data.example.org");
            String id = known.get("{id}");
            String named = id == null ? text : text.replace(id, ID);
            return JSON.getNodeFactory().stringNode(named.length() > 400 ? named.substring(0, 400) + "…" : named);
        }
        return answer;
    }

    private static void requireAlike(String where, JsonNode example, JsonNode answer) {
        if (example.isNull() || answer.isNull()) {
            return;
        }
        assertThat(answer.getNodeType()).as(where).isEqualTo(example.getNodeType());
        if (example.isObject()) {
            for (String name : example.propertyNames()) {
                if (!AT_TIMES.contains(name)) {
                    assertThat(answer.has(name)).as("%s has %s", where, name).isTrue();
                    requireAlike(where + "." + name, example.get(name), answer.get(name));
                }
            }
        } else if (example.isArray() && !example.isEmpty() && !answer.isEmpty()) {
            requireAlike(where + "[0]", example.get(0), answer.get(0));
        }
    }

    @Test
    void leavesNothingOut() throws IOException, InterruptedException {
        JsonNode document = served.json("/api/v1/openapi.json");
        List<String> lacking = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    String name = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                    lacks(path.getKey(), method.getValue()).forEach(what -> lacking.add(name + " lacks " + what));
                }));
        assertThat(lacking).isEmpty();
    }

    private static List<String> lacks(String path, JsonNode operation) {
        List<String> lacking = new ArrayList<>();
        if (operation.path("summary").asString("").isBlank()) {
            lacking.add("a summary");
        }
        if (operation.path("operationId").asString("").isBlank()) {
            lacking.add("an id");
        }
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asString();
            if (parameter.path("description").asString("").isBlank()
                    || parameter.path("schema").isEmpty()) {
                lacking.add("what the parameter %s is".formatted(name));
            }
            if (parameter.path("required").asBoolean() && !parameter.has("example")) {
                lacking.add("an example of the parameter " + name);
            }
        }
        if (operation.has("requestBody")
                && operation
                        .at("/requestBody/content/application~1json/example")
                        .isMissingNode()) {
            lacking.add("an example of its body");
        }
        JsonNode responses = operation.path("responses");
        JsonNode good = responses.properties().stream()
                .filter(r -> r.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(JSON.getNodeFactory().missingNode());
        boolean empty = responses.has("204");
        if (!empty && good.path("content").isEmpty()) {
            lacking.add("an answer");
        }
        good.path("content").properties().forEach(type -> {
            boolean readable = type.getKey().endsWith("json") || type.getKey().startsWith("text/");
            if (readable && !type.getValue().has("example")) {
                lacking.add("an example of its answer");
            }
        });
        for (String error :
                path.contains("{") ? List.of("400", "404", "503", "default") : List.of("400", "503", "default")) {
            if (!responses
                    .at("/" + error + "/content/application~1problem+json")
                    .has("example")) {
                lacking.add("the error " + error);
            }
        }
        return lacking;
    }

    @Test
    void isOpenApi() {
        String told = Oracle.python("openapi_spec_validator")
                .run("""
                import json, sys, urllib.request
                from openapi_spec_validator import OpenAPIV31SpecValidator
                document = json.load(urllib.request.urlopen(sys.argv[1]))
                print([str(e.message)[:200] for e in OpenAPIV31SpecValidator(document).iter_errors()][:5])
                """, "http://localhost:" + served.port() + "/api/v1/openapi.json");
        assertThat(told).isEqualTo("[]");
    }
}
