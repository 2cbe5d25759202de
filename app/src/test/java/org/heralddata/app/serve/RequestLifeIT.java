package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
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

/** What may be done with requests, and how much of them is granted. */
@TestInstance(Lifecycle.PER_CLASS)
class RequestLifeIT {
    private static final String REQUESTS = "/api/v1/requests";
    private static final String ORDER = """
            {"collection": "kascade-demo", "table": "events", "where": "array_ze < 20 deg", "format": "csv", "title": "mine"}""";

    private final HttpClient client = HttpClient.newHttpClient();
    private ServedHome served;

    @BeforeAll
    void serve(@TempDir Path temporary) throws IOException {
        Path home = Files.createDirectories(temporary.resolve("home"));
        Files.writeString(
                home.resolve("config.yaml"), "layout: 1\nrequests: {active_per_address: 3, max_kept_days: 30}\n");
        served = ServedHome.open(home);
        new DemoCollections(served.home(), Console.system()).make(SimulationKind.KASCADE_DEMO, 3_000);
    }

    @AfterAll
    void close() {
        client.close();
        served.close();
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode post(String path, String body, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String text(JsonNode told, String name) {
        return told.get(name).stringValue();
    }

    private JsonNode finished() throws IOException, InterruptedException {
        JsonNode told = post(REQUESTS, ORDER, 201);
        for (int i = 0; i < 60 && !text(told, "state").equals("Finished"); i++) {
            told = served.json(REQUESTS + "/" + text(told, "id") + "?wait=10");
        }
        assertThat(text(told, "state")).as(told.toString()).isEqualTo("Finished");
        return told;
    }

    private void change(String sql, String id) throws Exception {
        try (Connection connection = served.home().database().getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }

    @Test
    void isKeptLongerAsLongAsIsGranted() throws Exception {
        JsonNode made = finished();
        String path = REQUESTS + "/" + text(made, "id");
        Instant created = Instant.parse(text(made, "created"));
        assertThat(Instant.parse(text(made, "expires")))
                .isBetween(
                        created.plus(Duration.ofDays(14)).minusSeconds(5),
                        created.plus(Duration.ofDays(14)).plusSeconds(5));
        JsonNode later = post(path + "/extend", "{\"days\": 20}", 200);
        assertThat(Instant.parse(text(later, "expires")))
                .isBetween(created.plus(Duration.ofDays(19)), created.plus(Duration.ofDays(21)));
        JsonNode most = post(path + "/extend", "{\"days\": 400}", 200);
        assertThat(text(most, "expires")).isEqualTo(text(most, "keptAtMost"));
        assertThat(text(post(path + "/extend", "", 409), "code")).isEqualTo("J032");
        assertThat(text(post(path + "/extend", "{\"days\": \"long\"}", 400), "code"))
                .isEqualTo("J020");
    }

    @Test
    void isOrderedAgainAlsoAfterItHasExpired() throws Exception {
        JsonNode made = finished();
        String id = text(made, "id");
        change("update uws_job set destruction = now() - interval '1 second' where id = ?", id);
        JsonNode told = served.json(REQUESTS + "/" + id);
        for (int i = 0; i < 600 && !text(told, "state").equals("Expired"); i++) {
            Thread.sleep(200);
            told = served.json(REQUESTS + "/" + id);
        }
        assertThat(text(told, "state")).isEqualTo("Expired");
        assertThat(text(post(REQUESTS + "/" + id + "/extend", "", 409), "help")).contains("order it again");
        JsonNode again = post(REQUESTS + "/" + id + "/resubmit", "", 201);
        assertThat(text(again, "identifier")).isEqualTo(text(made, "identifier"));
        assertThat(text(again, "title")).isEqualTo("mine");
        JsonNode newest = post(REQUESTS + "/" + id + "/resubmit", "{\"release\": \"newest\"}", 201);
        assertThat(newest.at("/request/parts/0/release").stringValue()).isEqualTo("r1");
    }

    @Test
    void isATemplateAndHasAnotherName() throws Exception {
        JsonNode made = finished();
        String path = REQUESTS + "/" + text(made, "id");
        JsonNode template = served.json(path + "/template");
        assertThat(text(post(REQUESTS + "/estimate", template.toString(), 200), "identifier"))
                .isEqualTo(text(made, "identifier"));
        JsonNode open = served.json(path + "/template?release=newest");
        assertThat(open.at("/parts/0").has("release")).isFalse();
        assertThat(served.json(REQUESTS + "/" + text(made, "identifier") + "/template")
                        .get("format")
                        .stringValue())
                .isEqualTo("csv");
        assertThat(text(post(path + "/rename", "{\"title\": \"ours\"}", 200), "title"))
                .isEqualTo("ours");
        assertThat(served.json(path + "/template").get("title").stringValue()).isEqualTo("ours");
    }

    @Test
    void isSharedForReadingUntilThatIsRevoked() throws Exception {
        JsonNode made = finished();
        String id = text(made, "id");
        String path = REQUESTS + "/" + id;
        assertThat(text(served.problem(path + "/share", 404), "code")).isEqualTo("J033");
        JsonNode share = post(path + "/share", "", 200);
        assertThat(post(path + "/share", "", 200)).isEqualTo(share);
        HttpResponse<String> read = served.get(text(share, "href"));
        assertThat(read.body()).contains("Finished", text(share, "token")).doesNotContain(id);
        JsonNode shared = JsonMapper.shared().readTree(read.body());
        assertThat(served.get(text(shared, "result")).statusCode()).isEqualTo(200);
        assertThat(served.get(shared.at("/files/0/href").stringValue()).statusCode())
                .isEqualTo(200);
        assertThat(send("DELETE", text(share, "href"), "").statusCode()).isIn(404, 405);
        assertThat(send("DELETE", path + "/share", "").statusCode()).isEqualTo(204);
        assertThat(text(served.problem(text(share, "href"), 404), "code")).isEqualTo("J033");
    }

    @Test
    void theEstimateTellsWhatIsGrantedAndWhatHelps() throws Exception {
        JsonNode told = post(REQUESTS + "/estimate", ORDER, 200);
        assertThat(told.get("granted").booleanValue()).isTrue();
        assertThat(told.at("/formats/parquet/bytes").longValue()).isPositive();
        assertThat(told.at("/formats/csv/bytes").longValue())
                .isEqualTo(told.get("bytes").longValue());
        assertThat(told.at("/quota/active/most").intValue()).isEqualTo(3);
        assertThat(told.at("/queue/position").intValue()).isPositive();
        JsonNode empty = post(REQUESTS + "/estimate", ORDER.replace("array_ze < 20 deg", "array_ze < 0 deg"), 200);
        assertThat(empty.get("granted").booleanValue()).isFalse();
        assertThat(empty.at("/refusals/0/code").stringValue()).isEqualTo("J021");
    }

    @Test
    void moreThanIsGrantedIsRefusedWithAdviceAndIsCountedApartFromQueries() throws Exception {
        String address = "127.0.0.1";
        String made = text(finished(), "id"); // by the same address
        try (Connection connection = served.home().database().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into uws_job (id, kind, phase, origin, execution_duration, destruction, parameters, bytes_expected)"
                            + " select 'busy' || kind || n, kind, 'PENDING', '" + address
                            + "', 1, now() + interval '1 day', '[]', 1000"
                            + " from generate_series(1, 3) n, (values ('request'), ('tap')) k (kind)");
            JsonNode told = post(REQUESTS + "/estimate", ORDER, 200);
            assertThat(told.at("/quota/active/used").intValue()).isGreaterThanOrEqualTo(3);
            assertThat(told.at("/refusals/0/code").stringValue()).isEqualTo("J028");
            JsonNode refused = post(REQUESTS, ORDER, 429);
            assertThat(text(refused, "code")).isEqualTo("J028");
            assertThat(text(refused, "help")).contains("cancel one");
            statement.executeUpdate("delete from uws_job where id like 'busy%'");
            statement.executeUpdate("update uws_job set bytes_done = 300000000000 where id = '" + made + "'");
            assertThat(text(post(REQUESTS, ORDER, 429), "code")).isEqualTo("J030");
            statement.executeUpdate("update uws_job set bytes_done = 1 where id = '" + made + "'");
            statement.executeUpdate(
                    "update job_use set bytes = 300000000000, day = (now() at time zone 'utc')::date where party = 'address:"
                            + address + "'");
            assertThat(text(post(REQUESTS, ORDER, 429), "help")).contains("after midnight UTC");
            statement.executeUpdate("update job_use set day = day - 1");
            post(REQUESTS, ORDER, 201);
        }
    }
}
