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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.heralddata.app.OwnPostgres;
import org.heralddata.app.Wire;
import org.heralddata.app.console.Console;
import org.heralddata.simulate.SimulationKind;
import org.heralddata.store.home.Home;
import org.heralddata.store.home.HomeOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server whose PostgreSQL stops, and comes back. */
class DatabaseAwayIT {
    private static final String ORDER =
            "{\"collection\": \"kascade-demo\", \"table\": \"events\", \"format\": \"csv\"}";
    private static final String TABLE = "/api/v1/collections/kascade-demo/tables/events";

    private static final Duration RECENT = Duration.ofMillis(600);

    /** Roads of the API, whose errors are problems. */
    private static final List<String> PROBLEMS = List.of(
            "/health",
            "/api/v1/collections",
            TABLE,
            TABLE + "/count",
            TABLE + "/rows?format=csv&limit=1",
            "/api/v1/events/count",
            "/api/v1/requests/0123456789abcdefghijklmnop",
            "/api/v1/requests/hr-000000000000000000000000");

    /** Roads that speak otherwise. */
    private static final List<String> OTHERS = List.of(
            "/",
            "/collections/kascade-demo",
            "/collections/kascade-demo/events",
            "/requests/0123456789abcdefghijklmnop",
            "/requests/new?collection=kascade-demo&table=events",
            "/tap/sync?LANG=ADQL&QUERY=SELECT+TOP+1+*+FROM+%22kascade-demo%22.events",
            "/tap/tables",
            "/tap/async",
            "/scs/kascade-demo/events?RA=15&DEC=25&SR=30",
            "/oai?verb=ListIdentifiers&metadataPrefix=oai_dc");

    /** What needs no database. */
    private static final List<String> WITHOUT = List.of("/css/base.css", "/js/theme.js", "/requests", "/rpc");

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> send(ServedHome served, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(served, path);
        return client.send(
                body.isEmpty()
                        ? request.build()
                        : request.POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                BodyHandlers.ofString());
    }

    /** Asked all at once: nobody waits behind another. */
    private Map<String, HttpResponse<String>> together(ServedHome served, List<String> some, List<String> others) {
        var asked = new LinkedHashMap<String, CompletableFuture<HttpResponse<String>>>();
        for (String road : Stream.concat(some.stream(), others.stream()).toList()) {
            asked.put(road, client.sendAsync(request(served, road).build(), BodyHandlers.ofString()));
        }
        var answers = new LinkedHashMap<String, HttpResponse<String>>();
        asked.forEach((road, answer) -> answers.put(road, answer.join()));
        return answers;
    }

    private static HttpRequest.Builder request(ServedHome served, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(2));
    }

    private static void requireLater(String road, HttpResponse<String> answer, List<String> wrong) {
        if (answer.statusCode() != 503
                || answer.headers().firstValue("Retry-After").isEmpty()) {
            wrong.add(road + ": " + answer.statusCode() + " " + answer.headers().firstValue("Retry-After"));
        }
    }

    @Test
    void everyRoadSaysWhenToAskAgainAndAllComesBackByItself(@TempDir Path folder) throws Exception {
        try (OwnPostgres postgres = OwnPostgres.start(folder.resolve("postgres"));
                var wire = new Wire(postgres.port())) {
            Home home = Home.open(
                    folder.resolve("home"), new HomeOptions(Optional.of(postgres.url("herald", wire.port()))));
            try (ServedHome served = ServedHome.open(home, UnaryOperator.identity())) {
                new DemoCollections(home, Console.system()).make(SimulationKind.KASCADE_DEMO, 1_000);
                String before = ordered(served);
                finished(served, before);
                postgres.stop();
                Thread.sleep(RECENT); // what was known just before is given on
                List<String> wrong = new ArrayList<>();
                requireLater("/health", send(served, "/health", ""), wrong);
                Map<String, HttpResponse<String>> answers = together(served, PROBLEMS, OTHERS);
                answers.forEach((road, answer) -> requireLater(road, answer, wrong));
                for (String road : PROBLEMS) {
                    String type = Objects.requireNonNull(answers.get(road))
                            .headers()
                            .firstValue("Content-Type")
                            .orElse("");
                    if (!type.startsWith("application/problem+json")) {
                        wrong.add(road + ": no problem but " + type);
                    }
                }
                requireLater("order", send(served, "/api/v1/requests", ORDER), wrong);
                for (String road : WITHOUT) {
                    HttpResponse<String> answer = send(served, road, "");
                    if (answer.statusCode() != 200) {
                        wrong.add(road + ": " + answer.statusCode());
                    }
                }
                HttpResponse<String> called =
                        send(served, "/rpc", "{\"jsonrpc\": \"2.0\", \"method\": \"collections\", \"id\": 1}");
                if (!called.body().contains("-32000")) {
                    wrong.add("rpc: " + called.body());
                }
                assertThat(wrong).isEmpty();
                postgres.start();
                wire.to(postgres.port());
                comeBack(served);
                for (String road : List.of("/", "/collections/kascade-demo/events", TABLE + "/count", "/tap/tables")) {
                    assertThat(send(served, road, "").statusCode()).as(road).isEqualTo(200);
                }
                finished(served, before);
                finished(served, ordered(served));
            }
        }
    }

    @Test
    void thePostgresOfAHomeThatIsKilledIsStartedAgainAndNoRequestIsLost(@TempDir Path folder) throws Exception {
        Home home = Home.open(folder.resolve("home"));
        try (ServedHome served = ServedHome.open(home, UnaryOperator.identity())) {
            new DemoCollections(home, Console.system()).make(SimulationKind.KASCADE_DEMO, 1_000);
            String before = ordered(served);
            finished(served, before);
            String underWay = ordered(served);
            long killed = postmaster(home);
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            List<String> wrong = new ArrayList<>();
            HttpResponse<String> answer = send(served, "/api/v1/requests/" + underWay, "");
            if (answer.statusCode() != 200) { // it may be back already
                requireLater("request", answer, wrong);
            }
            assertThat(wrong).isEmpty();
            comeBack(served);
            assertThat(postmaster(home)).isNotEqualTo(killed);
            finished(served, before);
            finished(served, underWay);
            finished(served, ordered(served));
        }
    }

    private static long postmaster(Home home) throws IOException {
        Path told = home.folders().root().resolve("db/data/postmaster.pid");
        return Long.parseLong(Files.readAllLines(told).getFirst());
    }

    private void comeBack(ServedHome served) throws IOException, InterruptedException {
        int status = 503;
        for (int i = 0; i < 1_200 && status != 200; i++) {
            Thread.sleep(100);
            status = send(served, "/health", "").statusCode();
        }
        assertThat(status).isEqualTo(200);
    }

    private String ordered(ServedHome served) throws IOException, InterruptedException {
        HttpResponse<String> made = send(served, "/api/v1/requests", ORDER);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(made.body()).get("id").stringValue();
    }

    private static void finished(ServedHome served, String id) throws IOException, InterruptedException {
        JsonNode told = served.json("/api/v1/requests/" + id);
        for (int i = 0; i < 30 && !told.get("state").stringValue().equals("Finished"); i++) {
            told = served.json("/api/v1/requests/" + id + "?wait=20");
        }
        assertThat(told.get("state").stringValue()).as(told.toString()).isEqualTo("Finished");
        assertThat(served.get(told.get("result").stringValue()).statusCode()).isEqualTo(200);
    }
}
