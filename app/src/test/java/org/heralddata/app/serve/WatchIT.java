package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.app.HeraldProcess;
import org.heralddata.app.RunHerald;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Folders watched by the command and by the server, as processes of their own that end by Ctrl-C. */
class WatchIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration AT_REST = Duration.ofMillis(1_500);
    private static final String COUNT = "/api/v1/files/count?collection=watched";
    private static final String FILES = "/api/v1/files?collection=watched&order=path";

    @TempDir
    Path folder = Path.of("");

    private Path night = Path.of("");

    private String describe() throws IOException {
        night = Files.createDirectories(folder.resolve("mine/data/20131103"));
        Files.writeString(folder.resolve("mine/collection.yaml"), """
                herald: 1
                id: watched
                title: Runs
                description: Runs that come while we watch.
                messenger: photon
                creators: [{name: Nobody}]
                licence: CC0-1.0
                files:
                  source: "data/**/*.csv"
                  pattern: "{night:yyyyMMdd}/run_{run:int}.csv"
                  fields:
                    - {name: run, from: path, description: Run}
                    - {name: night, from: path, description: Night}
                    - {name: e_max, from: column, column: e, take: max, description: Greatest energy}
                """);
        return folder.resolve("mine").toString();
    }

    private void run(int run, String rows) throws IOException {
        Files.writeString(night.resolve("run_%03d.csv".formatted(run)), "e,k\n" + rows);
    }

    private static void until(String claim, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.call()) {
            assertThat(System.nanoTime()).as(claim).isLessThan(end);
            Thread.sleep(100);
        }
    }

    @Test
    void aRunningServerSeesWhatAWatchingCommandRegisters(@TempDir Path temporary) throws Exception {
        for (int attempt = 0; attempt < 5; attempt++) {
            folder = Files.createDirectories(temporary.resolve("attempt-" + attempt));
            if (isRegisteredAndSeen()) {
                return;
            }
        }
        throw new AssertionError("this machine always stands still for longer than a file has to be at rest");
    }

    /** False if a file that should have grown all the time did not, because this process had to wait for the processor. */
    private boolean isRegisteredAndSeen() throws Exception {
        String described = describe();
        run(1, "1,2\n");
        String home = folder.resolve("home").toString();
        RunHerald.with("files", "scan", described, "--home", home);
        try (ServedHome served = ServedHome.open(folder.resolve("home"));
                HeraldProcess watching = HeraldProcess.start(
                        folder.resolve("watch.log"),
                        "files",
                        "scan",
                        described,
                        "--home",
                        home,
                        "--watch",
                        "--quiet",
                        String.valueOf(AT_REST.toMillis() / 1e3),
                        "--every",
                        "30")) {
            until("watches", () -> watching.said().contains("watching"));
            run(2, "2,2\n");
            until("registers a new file", () -> files(served, "") == 2);

            Path growing = night.resolve("run_003.csv");
            long written = System.nanoTime();
            Files.writeString(growing, "e,k\n");
            for (int i = 0; i < 15; i++) {
                Thread.sleep(250);
                long again = System.nanoTime();
                Files.writeString(growing, i + ",1\n", StandardOpenOption.APPEND);
                long files = files(served, "");
                if (System.nanoTime() - written > AT_REST.toNanos()) {
                    return false;
                }
                written = again;
                assertThat(files).as("while it grows").isEqualTo(2);
            }
            until("registers it at rest", () -> files(served, "") == 3);
            JsonNode grown = served.json(FILES).get("files").get(2);
            assertThat(grown.get("fields").get("e_max").asDouble()).isEqualTo(14);
            assertThat(changes(served, grown)).isEqualTo("[found]");

            Files.writeString(growing, "99,1\n", StandardOpenOption.APPEND);
            until(
                    "reads it again when it changed",
                    () -> served.json(FILES)
                                    .get("files")
                                    .get(2)
                                    .get("fields")
                                    .get("e_max")
                                    .asDouble()
                            == 99);
            assertThat(changes(served, grown)).isEqualTo("[found, changed]");

            Path later = Files.createDirectories(night.resolveSibling("20131104/deeper"));
            Files.writeString(later.resolve("run_004.csv"), "e,k\n\"4,2\n");
            until(
                    "registers what is broken, in folders that are new",
                    () -> files(served, "&where=state%3D'broken'") == 1);
            Files.delete(night.resolve("run_001.csv"));
            until("tells what vanished", () -> files(served, "&where=state%3D'vanished'") == 1);

            assertThat(watching.interrupt()).isEqualTo(130);
            assertThat(watching.said()).doesNotContain("error", "Exception");
            assertThat(files(served, "")).isEqualTo(4);
        }
        assertThat(HeraldProcess.usersOf(folder)).isEmpty();
        return true;
    }

    private static long files(ServedHome served, String more) throws IOException, InterruptedException {
        return served.json(COUNT + more).get("files").asLong();
    }

    private static String changes(ServedHome served, JsonNode file) throws IOException, InterruptedException {
        return served.json("/api/v1/files/" + file.get("id").stringValue())
                .get("history")
                .findValuesAsString("change")
                .toString();
    }

    @Test
    void aServerWatchesByItselfAndNothingStopsIt() throws Exception {
        String described = describe();
        Path data = folder.resolve("elsewhere");
        try (HttpClient client = HttpClient.newHttpClient();
                HeraldProcess server = HeraldProcess.start(
                        folder.resolve("serve.log"),
                        "serve",
                        "--port",
                        "0",
                        "--address",
                        "localhost",
                        "--home",
                        folder.resolve("home").toString(),
                        "--watch",
                        described + "=" + data,
                        "--quiet",
                        "0.3",
                        "--every",
                        "1")) {
            Pattern address = Pattern.compile("at (http://localhost:\\d+)\\s");
            until("serves", () -> address.matcher(server.said()).find());
            Matcher told = address.matcher(server.said());
            assertThat(told.find()).isTrue();
            String base = told.group(1);
            until("tells that there is no folder", () -> server.said().contains("I001"));

            night = Files.createDirectories(data.resolve("data/20131103"));
            run(1, "1,2\n");
            run(2, "\"1,2\n");
            Files.write(night.resolve("run_003.csv"), new byte[] {0, 1, 2, 3});
            until("registers", () -> json(client, base + COUNT).path("files").asLong() == 3);
            assertThat(json(client, base + COUNT).get("states").get("broken").asLong())
                    .as("that of no known format is registered with what its name tells")
                    .isEqualTo(1);

            Files.move(data, folder.resolve("away"));
            until("tells once more that it is away", () -> server.said().split("I001", -1).length == 3);
            assertThat(json(client, base + COUNT).get("states").get("vanished").asLong())
                    .as("a data folder that is away makes no file vanish")
                    .isZero();
            Files.move(folder.resolve("away"), data);
            run(4, "4,2\n");
            until("goes on", () -> json(client, base + COUNT).path("files").asLong() == 4);

            assertThat(server.interrupt()).isEqualTo(130);
            assertThat(server.said()).contains("Stopping").doesNotContain("Exception");
        }
        assertThat(HeraldProcess.usersOf(folder)).isEmpty();
    }

    private static JsonNode json(HttpClient client, String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address)).build();
        return JsonMapper.shared()
                .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
    }
}
