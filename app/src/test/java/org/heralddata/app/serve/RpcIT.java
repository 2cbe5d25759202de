package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.heralddata.app.console.Console;
import org.heralddata.simulate.SimulationKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests by JSON-RPC, from order to download. */
@TestInstance(Lifecycle.PER_CLASS)
class RpcIT {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NEUTRINOS =
            "{\"collection\": \"neutrino-demo\", \"table\": \"events\", \"format\": \"csv\"}";

    private final HttpClient client = HttpClient.newHttpClient();
    private ServedHome served;

    @BeforeAll
    void serve(@TempDir Path folder) throws IOException {
        served = ServedHome.open(folder.resolve("home"));
        var demo = new DemoCollections(served.home(), Console.system());
        demo.make(SimulationKind.KASCADE_DEMO, 3000);
        demo.make(SimulationKind.NEUTRINO_DEMO, 500);
    }

    @AfterAll
    void close() {
        client.close();
        served.close();
    }

    private HttpResponse<String> post(String type, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + "/rpc"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode call(String method, String params) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(
                "application/json",
                "{\"jsonrpc\": \"2.0\", \"method\": \"%s\", \"params\": %s, \"id\": 1}".formatted(method, params));
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode result(String method, String params) throws IOException, InterruptedException {
        JsonNode answer = call(method, params);
        assertThat(answer.has("result")).as(answer.toString()).isTrue();
        return answer.get("result");
    }

    private String finished() throws IOException, InterruptedException {
        String id = result("data_request", NEUTRINOS).get("id").stringValue();
        JsonNode told = result("request_status", "{\"id\": \"%s\", \"wait\": 30}".formatted(id));
        while (told.get("state").stringValue().matches("Scheduled|Running")) {
            told = result("request_status", "[\"%s\", 30]".formatted(id));
        }
        assertThat(told.get("state").stringValue()).isEqualTo("Finished");
        return id;
    }

    @Test
    void ordersWatchesListsFetchesAndRemoves() throws IOException, InterruptedException {
        String id = finished();
        assertThat(result("list_of_requests", "{\"ids\": [\"%s\"]}".formatted(id)))
                .hasSize(1);
        JsonNode file = result("download_file", "[\"%s\"]".formatted(id));
        var request = HttpRequest.newBuilder(URI.create(file.get("url").stringValue()));
        byte[] archive = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
        assertThat(archive).hasSize(file.get("bytes").asInt());
        assertThat(result("remove_request", "[\"%s\"]".formatted(id)).asBoolean())
                .isTrue();
        JsonNode gone = call("request_status", "[\"%s\"]".formatted(id)).get("error");
        assertThat(gone.get("code").asInt()).isEqualTo(-32602);
        assertThat(gone.at("/data/code").stringValue()).isEqualTo("J023");
    }

    @Test
    void pointsAtMistakesOfSelections() throws IOException, InterruptedException {
        JsonNode error = call(
                        "count",
                        "{\"collection\": \"neutrino-demo\", \"table\": \"events\", \"where\": \"nhits > 10\"}")
                .get("error");
        assertThat(error.get("code").asInt()).isEqualTo(-32602);
        assertThat(error.at("/data/start").asInt()).isZero();
        assertThat(error.at("/data/help").stringValue()).contains("nhit");
    }

    @Test
    void saysWhenItIsTooEarly() throws IOException, InterruptedException {
        String id = finished();
        String cancelled = result("data_request", NEUTRINOS.replace("csv", "json"))
                .get("id")
                .stringValue();
        result("cancel_request", "[\"%s\"]".formatted(cancelled));
        JsonNode error = call("download_file", "[\"%s\"]".formatted(cancelled)).path("error");
        assertThat(error.isMissingNode() || error.get("code").asInt() == -32002).isTrue();
        assertThat(call("download_file", "[\"%s\", \"nothing\"]".formatted(id))
                        .at("/error/data/help")
                        .stringValue())
                .contains("package");
    }

    @Test
    void answersNothingToNotifications() throws IOException, InterruptedException {
        HttpResponse<String> answer = post("application/json", "{\"jsonrpc\": \"2.0\", \"method\": \"collections\"}");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void takesNothingThatAPageOfAnotherSiteCouldSend() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                post("text/plain", "{\"jsonrpc\": \"2.0\", \"method\": \"collections\", \"id\": 1}");
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("-32600", "application/json");
    }

    @Test
    void refusesTextsThatAreTooLong() throws IOException, InterruptedException {
        HttpResponse<String> answer = post("application/json", " ".repeat(1_000_001));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("-32600");
    }

    @Test
    void explainsItself() throws IOException, InterruptedException {
        JsonNode told = served.json("/rpc");
        assertThat(told.get("description").stringValue()).endsWith("/rpc/openrpc.json");
        assertThat(told.get("methods").toString()).contains("data_request", "rpc.discover");
        assertThat(result("rpc.discover", "{}")).isEqualTo(served.json("/rpc/openrpc.json"));
    }

    @Test
    void hasAnExampleOfEveryMethodThatWorks() throws IOException, InterruptedException {
        JsonNode document = served.json("/rpc/openrpc.json");
        String id = finished();
        for (JsonNode method : document.get("methods")) {
            assertThat(method.get("summary").stringValue()).isNotBlank();
            ObjectNode params = JSON.createObjectNode();
            JsonNode example = method.get("examples").get(0);
            example.get("params").forEach(p -> params.set(p.get("name").stringValue(), p.get("value")));
            String text = params.toString().replace("0123456789abcdefghijklmnop", id);
            JsonNode result = result(method.get("name").stringValue(), text);
            JsonNode promised = example.get("result").get("value");
            if (promised.isObject()) {
                assertThat(result.propertyNames()).containsAll(promised.propertyNames());
            } else {
                assertThat(result.getNodeType()).isEqualTo(promised.getNodeType());
            }
            if (method.get("name").stringValue().equals("remove_request")) {
                id = finished();
            }
        }
    }
}
