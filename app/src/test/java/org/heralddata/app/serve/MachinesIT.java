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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heralddata.app.HeraldProcess;
import org.heralddata.app.OwnPostgres;
import org.heralddata.app.RunHerald;
import org.heralddata.app.Wire;
import org.heralddata.app.console.Console;
import org.heralddata.simulate.SimulationKind;
import org.heralddata.store.home.Home;
import org.heralddata.store.home.HomeOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server and workers as on several machines: each has a home of its own, in which only the folders `warehouse` and `requests` are those of the
 * others, and reaches one PostgreSQL by a network of its own.
 */
class MachinesIT {
    private static final Pattern ADDRESS = Pattern.compile("at (http://\\S+)\\s");
    private static final Pattern WORKS = Pattern.compile("works on jobs of");
    private static final String REQUESTS = "/api/v1/requests";
    private static final String DATABASE = "herald";

    /** Who hears nothing of the database for 15 s, instead of a minute, gives the connection up. */
    private static final String SOON_LOST = "&socketTimeout=15";

    private static final long PATIENCE_NS = 240_000_000_000L;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<HeraldProcess> processes = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();

    @TempDir
    Path folder = Path.of("");

    private OwnPostgres postgres;
    private int ordered;

    @BeforeEach
    void fill() throws Exception {
        postgres = OwnPostgres.start(folder.resolve("postgres"));
        var options = new HomeOptions(Optional.of(postgres.url(DATABASE, postgres.port())));
        try (Home home = Home.open(folder.resolve("storage"), options)) {
            new DemoCollections(home, Console.system()).make(SimulationKind.KASCADE_DEMO, 60_000);
        }
    }

    @AfterEach
    void end() throws Exception {
        client.close();
        for (HeraldProcess process : processes) {
            process.close();
            process.await();
        }
        for (Wire wire : wires) {
            wire.close();
        }
        postgres.close();
    }

    /** A home of a machine that has mounted the storage. */
    private Path mounted(String machine) throws IOException {
        Path home = Files.createDirectories(folder.resolve(machine));
        for (String shared : List.of("warehouse", "requests")) {
            Files.createSymbolicLink(
                    home.resolve(shared), folder.resolve("storage").resolve(shared));
        }
        return home;
    }

    private Wire wire() throws IOException {
        var wire = new Wire(postgres.port());
        wires.add(wire);
        return wire;
    }

    private HeraldProcess start(Path home, String database, String... arguments) throws Exception {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString(), "--db", database));
        HeraldProcess started = HeraldProcess.start(Path.of(home + ".log"), all.toArray(String[]::new));
        processes.add(started);
        return started;
    }

    private HeraldProcess worker(String machine, Wire wire) throws Exception {
        return worker(machine, wire, "");
    }

    private HeraldProcess worker(String machine, Wire wire, String options) throws Exception {
        String database = postgres.url(DATABASE, wire.port()) + options;
        HeraldProcess worker = start(mounted(machine), database, "worker", "--jobs", "1");
        await(worker, WORKS);
        return worker;
    }

    private String serve() throws Exception {
        String database = postgres.url(DATABASE, wire().port());
        HeraldProcess server = start(mounted("server"), database, "serve", "--port", "0", "--jobs", "0");
        return await(server, ADDRESS).group(1);
    }

    /** What was on its way has arrived. */
    private static void lose(Wire network) throws InterruptedException {
        network.cut();
        Thread.sleep(300);
    }

    private static Matcher await(HeraldProcess process, Pattern word) throws InterruptedException {
        Matcher said = word.matcher(process.said());
        for (int i = 0; i < 1_200 && !said.find(); i++) {
            assertThat(process.isAlive()).as(process.said()).isTrue();
            Thread.sleep(100);
            said = word.matcher(process.said());
        }
        said.reset();
        assertThat(said.find()).as(process.said()).isTrue();
        return said;
    }

    private String order(String site) throws IOException, InterruptedException {
        String body = """
                {"collection": "kascade-demo", "table": "events", "where": "array_ze < %d.%d deg", "format": "votable"}""".formatted(20 + ordered / 10, ordered % 10);
        ordered++;
        HttpResponse<String> made = client.send(
                HttpRequest.newBuilder(URI.create(site + REQUESTS))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(made.body()).get("id").stringValue();
    }

    private List<String> order(String site, int many) throws IOException, InterruptedException {
        var ids = new ArrayList<String>();
        for (int i = 0; i < many; i++) {
            ids.add(order(site));
        }
        return ids;
    }

    private JsonNode json(String url) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Waits for the end of requests and fetches their packages whole, whose digests are those that are told. */
    private void finished(String site, List<String> ids) throws Exception {
        for (String id : ids) {
            long end = System.nanoTime() + PATIENCE_NS;
            JsonNode told = json(site + REQUESTS + "/" + id);
            while (!told.get("state").stringValue().equals("Finished") && System.nanoTime() < end) {
                assertThat(told.get("state").stringValue()).as(told.toString()).isIn("Scheduled", "Running");
                told = json(site + REQUESTS + "/" + id + "?wait=20");
            }
            assertThat(told.get("state").stringValue()).as(told + said()).isEqualTo("Finished");
            HttpResponse<byte[]> whole = client.send(
                    HttpRequest.newBuilder(URI.create(site + told.get("result").stringValue()))
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(whole.body())))
                    .as(told.toString())
                    .isEqualTo(told.at("/files/0/sha256").stringValue());
        }
    }

    private String said() {
        return processes.stream().map(HeraldProcess::said).collect(Collectors.joining("\n---\n", "\n", ""));
    }

    private List<String> jobs(HeraldProcess worker, String phase) throws SQLException {
        return postgres.ask(
                DATABASE,
                "select id from uws_job where worker like '%d@%%' and phase = '%s'".formatted(worker.pid(), phase));
    }

    private interface Step {
        void take() throws IOException, InterruptedException;
    }

    /** Orders until a worker is at work, and returns what it works on, having done something to it. */
    private String caught(String site, HeraldProcess worker, List<String> ids, Step blow, Step undo) throws Exception {
        long end = System.nanoTime() + PATIENCE_NS;
        while (System.nanoTime() < end) {
            if (jobs(worker, "EXECUTING").isEmpty()) {
                if (Integer.parseInt(postgres.ask(DATABASE, "select count(*) from uws_job where phase = 'QUEUED'")
                                .getFirst())
                        < 4) {
                    ids.add(order(site));
                }
                Thread.sleep(10);
                continue;
            }
            blow.take();
            List<String> held = jobs(worker, "EXECUTING");
            if (!held.isEmpty()) {
                return held.getFirst();
            }
            undo.take(); // it had just ended
        }
        throw new AssertionError("is never at work: " + worker.said());
    }

    @Test
    void twoShareTheWorkAndWhatOneIsKilledOverIsDoneByTheOther() throws Exception {
        String site = serve();
        HeraldProcess one = worker("one", wire());
        HeraldProcess two = worker("two", wire());
        List<String> ids = order(site, 6);
        String held = caught(site, one, ids, one::freeze, one::thaw);
        one.close(); // kill -9
        assertThat(ids).contains(held);
        finished(site, ids);
        assertThat(jobs(two, "COMPLETED")).contains(held);
        assertThat(postgres.ask(DATABASE, "select losses from uws_job where id = '" + held + "'"))
                .containsExactly("1");
        RunHerald.Outcome listed = RunHerald.with(
                "worker",
                "--list",
                "--home",
                folder.resolve("server").toString(),
                "--db",
                postgres.url(DATABASE, postgres.port()));
        assertThat(listed.out()).contains(Long.toString(one.pid()), Long.toString(two.pid()));
    }

    @Test
    void aWorkerThatLosesItsNetworkLosesItsJobAndComesBackByItself() throws Exception {
        String site = serve();
        Wire network = wire();
        HeraldProcess lonely = worker("lonely", network, SOON_LOST);
        List<String> ids = order(site, 2);
        String held = caught(site, lonely, ids, () -> lose(network), network::mend);
        HeraldProcess other = worker("other", wire());
        finished(site, ids);
        assertThat(jobs(other, "COMPLETED")).contains(held);
        assertThat(lonely.isAlive()).as(lonely.said()).isTrue();
        assertThat(other.interrupt()).isEqualTo(130);
        network.mendForNewOnes();
        List<String> later = order(site, 3);
        finished(site, later);
        assertThat(jobs(lonely, "COMPLETED")).containsAll(later);
        await(lonely, Pattern.compile("jobs are taken again"));
        assertThat(postgres.ask(DATABASE, "select losses from uws_job where id = '" + held + "'"))
                .containsExactly("1");
        finished(site, ids); // what the lonely one may have written since has changed nothing
    }

    @Test
    void whoHasOtherFoldersThanTheDatabaseIsToldSoAndEnds() throws Exception {
        String database = postgres.url(DATABASE, postgres.port());
        String site = serve(); // marks the folders
        Path wrong = folder.resolve("wrong");
        for (List<String> command : List.of(List.of("worker"), List.of("serve", "--port", "0"))) {
            var all = new ArrayList<>(command);
            all.addAll(List.of("--home", wrong.toString(), "--db", database));
            RunHerald.Outcome refused = RunHerald.with(all.toArray(String[]::new));
            assertThat(refused.status()).as(refused.out()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("J027", "has no mark `.herald-store`", "mount the home of the server here");
            assertThat(refused.out()).doesNotContain("Herald serves");
        }
        assertThat(json(site + "/health").get("status").stringValue()).isEqualTo("UP");
    }

    @Test
    void whereTheStorageIsGoneHealthSaysSoAndNothingIsBegunUntilItIsBack() throws Exception {
        String site = serve();
        HeraldProcess worker = worker("one", wire());
        finished(site, order(site, 1));
        Path storage = folder.resolve("storage");
        Files.move(storage, folder.resolve("away")); // as if it were unmounted: empty folders are left
        Files.createDirectories(storage.resolve("warehouse"));
        Files.createDirectories(storage.resolve("requests"));
        await(worker, Pattern.compile("jobs cannot be taken: .*requests|jobs cannot be taken: .*warehouse"));
        HttpResponse<String> health =
                client.send(HttpRequest.newBuilder(URI.create(site + "/health")).build(), BodyHandlers.ofString());
        for (int i = 0; i < 1_200 && health.statusCode() == 200; i++) {
            Thread.sleep(100);
            health = client.send(
                    HttpRequest.newBuilder(URI.create(site + "/health")).build(), BodyHandlers.ofString());
        }
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("DOWN", "J027", "has no mark");
        Files.delete(storage.resolve("warehouse"));
        Files.delete(storage.resolve("requests"));
        Files.delete(storage);
        Files.move(folder.resolve("away"), storage);
        await(worker, Pattern.compile("jobs are taken again"));
        finished(site, order(site, 2));
        assertThat(json(site + "/health").get("status").stringValue()).isEqualTo("UP");
    }
}
