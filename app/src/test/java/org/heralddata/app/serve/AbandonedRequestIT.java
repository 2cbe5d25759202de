package org.heralddata.app.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heralddata.app.RunHerald;
import org.heralddata.query.engine.EngineOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that leave before the end, on real DuckDB with a single worker: what they used is free for the next. */
@TestInstance(Lifecycle.PER_CLASS)
class AbandonedRequestIT {
    private static final String TABLE = "/api/v1/collections/left/tables/events";
    private static final int EVENTS = 2_000_000;
    private static final int STREAMS = 1;

    /** Keeps DuckDB busy for some 18 s, in steps (of 50 vectors) that are short, since it looks for an interrupt between them. */
    private static final String SLOW = IntStream.range(0, 120)
            .mapToObj(i -> "uuid like '%0%" + i % 10 + "%2%" + i + "%z'")
            .collect(Collectors.joining(" or "));

    private ServedHome served;
    private final HttpClient next = HttpClient.newHttpClient();

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        ingest(folder);
        served = ServedHome.open(folder.resolve("home"), AbandonedRequestIT::oneOfEach);
    }

    @AfterAll
    void close() {
        next.close();
        served.close();
    }

    private static EngineOptions oneOfEach(EngineOptions usual) {
        return new EngineOptions(
                usual.readable(), usual.temporary(), 1, usual.memoryMb(), 1, 64, STREAMS, Duration.ofMinutes(5));
    }

    @Test
    void leavingADownloadFreesItsStream() throws IOException, InterruptedException {
        try (Socket leaver = ask(TABLE + "/rows?format=json")) {
            assertThat(leaver.getInputStream().readNBytes(20_000)).hasSize(20_000);
            assertThat(status(TABLE + "/rows?limit=2000")).isEqualTo(503);
        }
        int status = 503;
        for (int i = 0; i < 600 && status == 503; i++) {
            Thread.sleep(100);
            status = status(TABLE + "/rows?limit=2000");
        }
        assertThat(status).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TABLE + "/count?where=",
                TABLE + "/histogram?column=energy&where=",
                TABLE + "/histogram?column=energy&column2=id&where=",
                TABLE + "/rows?order=-energy&limit=5&where=",
                "/collections/left/events?where=",
            })
    void leavingAQuestionFreesItsWorker(String path) throws Exception {
        String quick = TABLE + "/count?where=" + URLEncoder.encode("energy > " + path.hashCode() % 1000, UTF_8);
        try (Socket leaver = ask(path + URLEncoder.encode(SLOW, UTF_8))) {
            leaver.setSoTimeout(1_000);
            assertThat(leaver).satisfies(AbandonedRequestIT::staysSilent);
        }
        long left = System.nanoTime();
        assertThat(status(quick)).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - left))
                .as("long before the query would have ended")
                .isLessThan(Duration.ofSeconds(10));
    }

    /** The only worker is busy with it. */
    private static void staysSilent(Socket client) throws IOException {
        try {
            int first = client.getInputStream().read();
            throw new AssertionError("the query was too quick to be left: " + (char) first);
        } catch (SocketTimeoutException busy) {
            assertThat(busy).hasMessageContaining("timed out");
        }
    }

    private Socket ask(String path) throws IOException {
        var socket = new Socket("localhost", served.port());
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(US_ASCII));
        return socket;
    }

    private int status(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + path))
                .build();
        return next.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void ingest(Path folder) throws IOException {
        var text = new StringBuilder("id,energy\n");
        for (int i = 0; i < EVENTS; i++) {
            text.append(i).append(',').append(i * 0.37).append('\n');
        }
        Files.writeString(folder.resolve("events.csv"), text, UTF_8);
        Path descriptor = Files.writeString(folder.resolve("collection.yaml"), """
                herald: 1
                id: left
                title: To be left
                description: Made by a test.
                messenger: neutrino
                creators: [{name: Herald}]
                licence: CC0-1.0
                tables:
                  events:
                    description: One row an event
                    source: {files: events.csv}
                    key: [id]
                    columns:
                      - {name: id, source: id, ucd: meta.id, description: Number}
                      - {name: energy, source: energy, unit: GeV, ucd: phys.energy, description: Energy}
                """, UTF_8);
        var outcome = RunHerald.with(
                "ingest",
                descriptor.toString(),
                "--home",
                folder.resolve("home").toString());
        assertThat(outcome.status()).as(outcome.err()).isZero();
    }
}
