package org.heralddata.serve.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.heralddata.serve.FakeFiles;
import org.heralddata.serve.HeraldServer;
import org.heralddata.serve.ServerSettings;
import org.heralddata.serve.portal.SlowData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients over real sockets, with queries that take for ever unless they are cancelled. */
class DeparturesTest {
    private static final String EVENTS = "/api/v1/collections/shower-toy/tables/events";
    private static final String END = " HTTP/1.1\r\nHost: localhost\r\n";

    private final SlowData slow = new SlowData(Duration.ofMinutes(3));
    private final HeraldServer server = HeraldServer.start(slow.service(), FakeFiles.none(), ServerSettings.onPort(0));

    @BeforeEach
    void warmUp() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var home = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/health"));
            assertThat(client.send(home.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @AfterEach
    void stop() {
        slow.letAllPass();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET " + EVENTS + "/count?where=array_e%3E15",
                "GET " + EVENTS + "/histogram?column=array_e",
                "GET " + EVENTS + "/histogram?column=array_e&column2=ze",
                "GET " + EVENTS + "/sky",
                "GET " + EVENTS + "/rows?limit=5",
                "GET /api/v1/events/count",
                "GET /api/v1/events/sky",
                "GET /collections/shower-toy/events",
                "GET /events",
            })
    void clientThatLeavesCancelsItsQuery(String request) throws Exception {
        try (Socket leaver = send(request + END + "\r\n")) {
            assertThat(leaver.isConnected()).isTrue();
            assertThat(slow.asked(1, TimeUnit.MINUTES)).isTrue();
            assertThat(slow.cancelled(800, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(slow.cancelled(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void leavingAfterAPostCancelsToo() throws Exception {
        String body = "{\"where\": \"array_e > 15\"}";
        try (Socket leaver = send("POST " + EVENTS + "/count" + END
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)) {
            assertThat(leaver.isConnected()).isTrue();
            assertThat(slow.asked(1, TimeUnit.MINUTES)).isTrue();
            assertThat(slow.cancelled(800, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(slow.cancelled(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void resetConnectionCancels() throws Exception {
        try (Socket leaver = send("GET " + EVENTS + "/count" + END + "\r\n")) {
            assertThat(slow.asked(1, TimeUnit.MINUTES)).isTrue();
            leaver.setSoLinger(true, 0);
        }
        assertThat(slow.cancelled(1, TimeUnit.MINUTES)).isTrue();
    }

    /** Of ten departures one at least: the machine may have much else to do. */
    @Test
    void aDepartureIsNoticedWithinTwoSeconds() throws Exception {
        boolean soon = false;
        for (int i = 0; i < 10 && !soon; i++) {
            var data = new SlowData(Duration.ofMinutes(3));
            try (HeraldServer busy = HeraldServer.start(data.service(), FakeFiles.none(), ServerSettings.onPort(0))) {
                try (Socket leaver = send(busy, "GET " + EVENTS + "/count" + END + "\r\n")) {
                    assertThat(leaver.isConnected()).isTrue();
                    assertThat(data.asked(1, TimeUnit.MINUTES)).isTrue();
                }
                soon = data.cancelled(2, TimeUnit.SECONDS);
                data.letAllPass();
            }
        }
        assertThat(soon).isTrue();
    }

    @Test
    void slowBodyIsReadUndisturbed() throws Exception {
        String body = "{\"where\": \"array_e > 15\"}";
        try (Socket client = send("POST " + EVENTS + "/count" + END
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n")) {
            for (byte b : body.getBytes(US_ASCII)) {
                Thread.sleep(40);
                client.getOutputStream().write(b);
                client.getOutputStream().flush();
            }
            assertThat(slow.asked(1, TimeUnit.MINUTES)).isTrue();
            slow.letAllPass();
            assertThat(firstLine(client)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void patientClientsGetAllTheirAnswersInTurn() throws Exception {
        String count = "GET " + EVENTS + "/count" + END;
        try (Socket client = send(count + "\r\n")) {
            assertThat(slow.asked(1, TimeUnit.MINUTES)).isTrue();
            // The next requests come before the answer, one of them byte by byte.
            client.getOutputStream().write("G".getBytes(US_ASCII));
            Thread.sleep(700);
            client.getOutputStream()
                    .write((count.substring(1) + "\r\n" + count + "Connection: close\r\n\r\n").getBytes(US_ASCII));
            assertThat(slow.cancelled(700, TimeUnit.MILLISECONDS)).isFalse();
            slow.letAllPass();
            String all = new String(client.getInputStream().readAllBytes(), US_ASCII);
            assertThat(all.split("HTTP/1.1 200", -1)).hasSize(4);
        }
    }

    private Socket send(String request) throws IOException {
        return send(server, request);
    }

    private static Socket send(HeraldServer server, String request) throws IOException {
        var socket = new Socket("localhost", server.port());
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return socket;
    }

    private static String firstLine(Socket client) throws IOException {
        var line = new StringBuilder();
        for (int c = client.getInputStream().read();
                c >= 0 && c != '\r';
                c = client.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }
}
