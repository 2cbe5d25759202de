package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.heralddata.app.console.Console;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.NewJob;
import org.heralddata.jobs.request.Requests;
import org.heralddata.simulate.SimulationKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests are followed live, by as many as are served. */
@TestInstance(Lifecycle.PER_CLASS)
class RequestEventsIT {
    private static final String REQUESTS = "/api/v1/requests";
    private static final int LISTENERS = 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private ServedHome served;

    /** One event of a stream. */
    private record Event(String name, String id, JsonNode data) {}

    @BeforeAll
    void serve(@TempDir Path temporary) throws IOException {
        served = ServedHome.open(temporary.resolve("home"));
        new DemoCollections(served.home(), Console.system()).make(SimulationKind.KASCADE_DEMO, 20_000);
    }

    @AfterAll
    void close() {
        client.close();
        served.close();
    }

    private String order(String where) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                request(REQUESTS)
                        .POST(HttpRequest.BodyPublishers.ofString("""
                                {"collection": "kascade-demo", "table": "events", "where": "%s", "format": "csv"}""".formatted(where)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body()).get("id").stringValue();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + path));
    }

    private List<Event> follow(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request(path).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
        var events = new ArrayList<Event>();
        for (String block : answer.body().split("\n\n", -1)) {
            if (block.startsWith("event: ")) {
                List<String> lines = block.lines().toList();
                events.add(new Event(
                        lines.get(0).substring("event: ".length()),
                        lines.get(1).substring("id: ".length()),
                        JsonMapper.shared().readTree(lines.get(2).substring("data: ".length()))));
            }
        }
        return events;
    }

    @Test
    void aRequestIsFollowedToItsEndAndTheStreamEndsWithIt() throws IOException, InterruptedException {
        String id = order("array_ze < 30 deg");
        List<Event> events = follow(REQUESTS + "/" + id + "/events");
        assertThat(events.getFirst().name()).isEqualTo("state");
        JsonNode last = events.getLast().data();
        assertThat(last.get("state").stringValue()).isEqualTo("Finished");
        assertThat(last.get("result").stringValue()).endsWith(id + "/result");
        JsonNode work = last.get("work");
        assertThat(work.get("rows").asLong())
                .isEqualTo(work.get("rowsExpected").asLong())
                .isPositive();
        HttpResponse<String> again = client.send(
                request(REQUESTS + "/" + id + "/events")
                        .header("Last-Event-ID", events.getLast().id())
                        .build(),
                BodyHandlers.ofString());
        assertThat(again.statusCode())
                .as("so that a browser does not ask for ever")
                .isEqualTo(204);
    }

    @Test
    void severalAreFollowedByOneConnectionAndWhatIsNoneIsGone() throws IOException, InterruptedException {
        String one = order("array_ze < 10 deg");
        String two = order("array_ze < 12 deg");
        List<Event> events = follow(REQUESTS + "/events?ids=" + one + "," + two + ",nosuch");
        assertThat(events)
                .anySatisfy(event -> {
                    assertThat(event.name()).isEqualTo("gone");
                    assertThat(event.data().get("id").stringValue()).isEqualTo("nosuch");
                })
                .filteredOn(event -> event.data().path("state").asString("").equals("Finished"))
                .extracting(event -> event.data().get("id").stringValue())
                .containsExactlyInAnyOrder(one, two);
    }

    @Test
    void listenersOfOneAddressAreBoundedAndLeaveRoomWhenTheyGo() throws Exception {
        Job model = served.requests().find(order("array_ze < 11 deg"));
        var waits = new NewJob(Requests.KIND, null, "test", null, null, null, model.parameters());
        String pending = served.requests()
                .jobs()
                .create(waits, new LinkedHashMap<>(), false)
                .id();
        String path = REQUESTS + "/events?ids=" + pending;
        var open = new ArrayList<HttpResponse<InputStream>>();
        for (int i = 0; i < LISTENERS; i++) {
            HttpResponse<InputStream> listening = client.send(request(path).build(), BodyHandlers.ofInputStream());
            assertThat(listening.statusCode()).isEqualTo(200);
            open.add(listening);
        }
        HttpResponse<String> refused = client.send(request(path).build(), BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("J026", "wait=60");
        for (HttpResponse<InputStream> listening : open) {
            listening.body().close();
        }
        int status = 429;
        for (int i = 0; i < 1_200 && status == 429; i++) {
            Thread.sleep(100);
            HttpResponse<InputStream> next = client.send(request(path).build(), BodyHandlers.ofInputStream());
            status = next.statusCode();
            next.body().close();
        }
        assertThat(status).isEqualTo(200);
    }
}
