package org.heralddata.app.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heralddata.app.RunHerald;
import org.heralddata.query.engine.EngineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that leaves in the middle of a download: what it used is free for the next. */
class AbandonedDownloadIT {
    private static final String ROWS = "/api/v1/collections/left/tables/events/rows?format=json";
    private static final int EVENTS = 1_000_000;

    @TempDir
    Path folder = Path.of("");

    @Test
    void freesItsQueryForTheNextClient() throws IOException, InterruptedException {
        ingest();
        try (ServedHome served = ServedHome.open(folder.resolve("home"), AbandonedDownloadIT::oneStream);
                HttpClient next = HttpClient.newHttpClient()) {
            try (Socket leaver = new Socket("localhost", served.port())) {
                leaver.getOutputStream()
                        .write(("GET " + ROWS + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(US_ASCII));
                assertThat(leaver.getInputStream().readNBytes(20_000)).hasSize(20_000);
                assertThat(status(next, served.port())).isEqualTo(503);
            }
            int status = 503;
            for (int i = 0; i < 100 && status == 503; i++) {
                Thread.sleep(100);
                status = status(next, served.port());
            }
            assertThat(status).isEqualTo(200);
        }
    }

    private static EngineOptions oneStream(EngineOptions usual) {
        return new EngineOptions(
                usual.readable(),
                usual.temporary(),
                usual.threads(),
                usual.memoryMb(),
                usual.workers(),
                usual.waiting(),
                1,
                usual.timeOut());
    }

    private static int status(HttpClient client, int port) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + ROWS + "&limit=10"))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private void ingest() throws IOException {
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
