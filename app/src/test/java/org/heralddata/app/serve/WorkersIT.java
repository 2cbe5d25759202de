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
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.app.HeraldProcess;
import org.heralddata.app.RunHerald;
import org.heralddata.app.console.Console;
import org.heralddata.simulate.SimulationKind;
import org.heralddata.store.home.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Processes that share the work, and are killed without mercy. */
@TestInstance(Lifecycle.PER_CLASS)
class WorkersIT {
    private static final Pattern ADDRESS = Pattern.compile("at (http://\\S+)\\s");
    private static final String REQUESTS = "/api/v1/requests";
    private static final long PATIENCE_NS = 240_000_000_000L;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<HeraldProcess> processes = new ArrayList<>();
    private Path filled;
    private Path folder;

    @BeforeAll
    void fill(@TempDir Path temporary) throws IOException {
        filled = temporary.resolve("home");
        try (Home home = Home.open(filled)) {
            new DemoCollections(home, Console.system()).make(SimulationKind.KASCADE_DEMO, 60_000);
        }
    }

    /** Each has a home of its own: those that others killed still count as working, until they are silent for long enough. */
    @BeforeEach
    void copy(@TempDir Path temporary) throws IOException, InterruptedException {
        folder = temporary;
        var copy = new ProcessBuilder("cp", "-a", filled.toString(), home().toString()).inheritIO();
        assertThat(copy.start().waitFor()).isZero();
    }

    @AfterEach
    void end() throws InterruptedException {
        for (HeraldProcess process : processes) {
            process.close();
            process.await();
        }
        processes.clear();
    }

    @AfterAll
    void close() {
        client.close();
    }

    private Path home() {
        return folder.resolve("home");
    }

    private HeraldProcess start(String name, String... arguments) throws IOException {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home().toString()));
        HeraldProcess started = HeraldProcess.start(folder.resolve(name + ".log"), all.toArray(String[]::new));
        processes.add(started);
        return started;
    }

    private HeraldProcess serve(String name, int jobs) throws IOException {
        return start(name, "serve", "--port", "0", "--jobs", Integer.toString(jobs));
    }

    private static String address(HeraldProcess server) throws InterruptedException {
        await(server, ADDRESS);
        Matcher said = ADDRESS.matcher(server.said());
        assertThat(said.find()).isTrue();
        return said.group(1);
    }

    private static void await(HeraldProcess process, Pattern word) throws InterruptedException {
        for (int i = 0; i < 1_200 && !word.matcher(process.said()).find(); i++) {
            assertThat(process.isAlive()).as(process.said()).isTrue();
            Thread.sleep(100);
        }
    }

    private String order(String site, int which, String format) throws IOException, InterruptedException {
        String body = """
                {"collection": "kascade-demo", "table": "events", "where": "array_ze < %d.%d deg", "format": "%s"}""".formatted(39 - which / 10, 9 - which % 10, format);
        HttpResponse<String> made = client.send(
                HttpRequest.newBuilder(URI.create(site + REQUESTS))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(made.body()).get("id").stringValue();
    }

    private JsonNode json(String url) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Waits for the end of a request, fetches its package whole, and returns its digest, which is that of the bytes. */
    private String finished(String site, String id) throws Exception {
        long end = System.nanoTime() + PATIENCE_NS;
        JsonNode told = json(site + REQUESTS + "/" + id);
        while (!told.get("state").stringValue().equals("Finished") && System.nanoTime() < end) {
            assertThat(told.get("state").stringValue()).as(told.toString()).isIn("Scheduled", "Running");
            told = json(site + REQUESTS + "/" + id + "?wait=20");
        }
        assertThat(told.get("state").stringValue()).as(told.toString()).isEqualTo("Finished");
        JsonNode file = told.get("files").get(0);
        HttpResponse<byte[]> whole = client.send(
                HttpRequest.newBuilder(URI.create(site + told.get("result").stringValue()))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(whole.body()).hasSize(file.get("bytes").intValue());
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole.body()));
        assertThat(digest).isEqualTo(file.get("sha256").stringValue());
        return digest;
    }

    /** From now on each end leaves a row. */
    private static void countEnds(Home home) throws SQLException {
        try (Connection connection = home.database().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create table ends_of_test (job text);
                    create function ends_of_test() returns trigger language plpgsql as $$
                    begin insert into ends_of_test values (new.id); return null; end $$;
                    create trigger ends_of_test after update of phase on uws_job for each row
                        when (old.phase is distinct from new.phase and new.phase in ('COMPLETED', 'ERROR', 'ABORTED'))
                        execute function ends_of_test()""");
        }
    }

    private static Map<String, Integer> count(Home home, String sql) throws SQLException {
        Map<String, Integer> counts = new TreeMap<>();
        try (Connection connection = home.database().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getInt(2));
            }
        }
        return counts;
    }

    private static int waiting(Home home) throws SQLException {
        return count(home, "select 'all', count(*) from uws_job where phase = 'QUEUED'")
                .values()
                .iterator()
                .next();
    }

    /** As if it had been silent for so long that it is held to be gone. */
    private static void longSilent(Home home, HeraldProcess worker) throws SQLException {
        try (Connection connection = home.database().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update job_worker set seen = seen - interval '1 minute' where pid = " + worker.pid());
            statement.execute(
                    "update uws_job set lease = now() - interval '1 second' where phase = 'EXECUTING' and worker like '%d@%%'"
                            .formatted(worker.pid()));
        }
    }

    @Test
    void twoWorkersShareRequestsAndWhatOneIsKilledOverIsDoneByTheOther() throws Exception {
        HeraldProcess server = serve("server", 0);
        String site = address(server);
        assertThat(json(site + "/health").at("/jobs/workers").intValue()).isZero();
        HeraldProcess one = start("one", "worker", "--jobs", "1");
        HeraldProcess two = start("two", "worker", "--jobs", "1");
        await(one, Pattern.compile("works on jobs of .*, 1 at a time"));
        await(two, Pattern.compile("works on jobs of .*, 1 at a time"));
        var ids = new ArrayList<String>();
        try (Home home = Home.open(home())) {
            countEnds(home);
            String runs =
                    "select worker, count(*) from uws_job where worker like '%d@%%' and phase = '%s' group by worker";
            String working = runs.formatted(one.pid(), "EXECUTING");
            long end = System.nanoTime() + PATIENCE_NS;
            boolean caught = false;
            while (!caught && System.nanoTime() < end) {
                if (ids.size() < 12 || waiting(home) < 4) {
                    ids.add(order(site, ids.size(), ids.size() % 2 == 0 ? "csv" : "votable"));
                    continue;
                }
                Thread.sleep(20);
                if (!count(home, runs.formatted(two.pid(), "COMPLETED")).isEmpty()
                        && !count(home, runs.formatted(one.pid(), "COMPLETED")).isEmpty()
                        && !count(home, working).isEmpty()) {
                    assertThat(json(site + "/health").at("/jobs/workers").intValue())
                            .isEqualTo(2);
                    one.freeze();
                    caught = !count(home, working).isEmpty();
                    if (!caught) {
                        one.thaw(); // it had just ended
                    }
                }
            }
            assertThat(caught).as(one.said() + two.said()).isTrue();
            one.close(); // kill -9
            longSilent(home, one);
            String mine = " id in ('%s')".formatted(String.join("','", ids));
            for (String id : ids) {
                finished(site, id);
            }
            Map<String, Integer> done =
                    count(home, "select worker, count(*) from uws_job where" + mine + " group by worker");
            assertThat(done).hasSize(2);
            assertThat(done.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(ids.size());
            Map<String, Integer> ends = count(
                    home,
                    "select job, count(*) from ends_of_test where" + mine.replace(" id", " job") + " group by job");
            assertThat(ends)
                    .hasSize(ids.size())
                    .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
            assertThat(count(home, "select phase, max(losses) from uws_job where" + mine + " group by phase"))
                    .as("the one that was under way was taken over")
                    .containsExactly(Map.entry("COMPLETED", 1));
        }
        RunHerald.Outcome listed = RunHerald.with("worker", "--list", "--home", home().toString());
        assertThat(listed.out()).contains(Long.toString(two.pid()), Long.toString(server.pid()), site, "gone");
        assertThat(two.interrupt()).isEqualTo(130);
        assertThat(RunHerald.with("worker", "--list", "--home", home().toString())
                        .out())
                .doesNotContain(" " + two.pid() + " ");
    }

    @Test
    void killingTheServerAtAnyMomentLosesNoRequestAndNoFinishedFile() throws Exception {
        var random = new Random(20_261_121);
        Map<String, String> finished = new LinkedHashMap<>();
        var ordered = new ArrayList<String>();
        for (int round = 0; round < 4; round++) {
            HeraldProcess server = serve("killed-" + round, 2);
            String site = address(server);
            for (var done : finished.entrySet()) {
                assertThat(finished(site, done.getKey())).isEqualTo(done.getValue());
            }
            for (int i = 0; i < 3; i++) {
                ordered.add(order(site, 10 + 3 * round + i, i == 0 ? "votable" : "csv"));
            }
            Thread.sleep(random.nextInt(2_500));
            for (String id : ordered) {
                JsonNode told = json(site + REQUESTS + "/" + id);
                if (told.get("state").stringValue().equals("Finished")) {
                    finished.put(id, told.at("/files/0/sha256").stringValue());
                }
            }
            Thread.sleep(random.nextInt(300));
            server.close(); // kill -9
        }
        HeraldProcess last = serve("last", 2);
        String site = address(last);
        for (String id : ordered) {
            String digest = finished(site, id);
            assertThat(finished.getOrDefault(id, digest)).isEqualTo(digest);
        }
        last.interrupt();
    }

    @Test
    void aWorkerWhoseFolderIsNotThatOfTheDatabaseIsToldSo() throws Exception {
        try (Home home = Home.open(folder.resolve("other"))) {
            Workplace.mark(home, true).require();
            Files.delete(home.folders().requests().resolve(".herald-store"));
            RunHerald.Outcome refused =
                    RunHerald.with("worker", "--home", folder.resolve("other").toString());
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err()).contains("J027", "requests", "has no mark", "mount the home of the server");
            Files.writeString(
                    home.folders().requests().resolve(".herald-store"), "00000000-0000-0000-0000-000000000000\n");
            assertThat(RunHerald.with(
                                    "worker", "--home", folder.resolve("other").toString())
                            .err())
                    .contains("the mark of another database");
        }
    }
}
