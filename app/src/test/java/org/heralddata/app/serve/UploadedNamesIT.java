package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of numbers is a table: a CSV of one column, which nothing but its name or media type tells from a text. */
@TestInstance(Lifecycle.PER_CLASS)
class UploadedNamesIT {
    private static final String LIST = "id\n3\n5\n8\n";
    private static final String QUERY = "SELECT SUM(id) AS s FROM tap_upload.mine";

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private ServedHome served;
    private String tap = "";

    @BeforeAll
    void make(@TempDir Path folder) {
        served = ServedHome.open(folder.resolve("home"));
        tap = "http://localhost:%d/tap".formatted(served.port());
    }

    @AfterAll
    void close() {
        client.close();
        served.close();
    }

    private static String part(String head, String content) {
        return "--b0und\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(head, content);
    }

    private static String file(String name, String type, String content) {
        return part("name=\"list\"; filename=\"%s\"\r\nContent-Type: %s".formatted(name, type), content);
    }

    private HttpResponse<String> post(String path, String... parts) throws IOException, InterruptedException {
        String body = String.join("", parts) + "--b0und--\r\n";
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : tap + path))
                .header("Content-Type", "multipart/form-data; boundary=b0und")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String[] query(String upload) {
        return new String[] {
            part("name=\"LANG\"", "ADQL"),
            part("name=\"QUERY\"", QUERY),
            part("name=\"RESPONSEFORMAT\"", "csv"),
            part("name=\"UPLOAD\"", upload)
        };
    }

    @ParameterizedTest
    @CsvSource({"list.csv, application/octet-stream", "list, text/csv", "LIST.CSV, text/plain"})
    void aListIsKnownByItsNameOrItsMediaType(String name, String type) throws Exception {
        HttpResponse<String> answer = post("/sync", String.join("", query("mine,param:list")), file(name, type, LIST));
        assertThat(answer.body()).isEqualToNormalizingNewlines("s\n16\n");
    }

    @Test
    void aListOfNoNameIsRefusedWithAdvice() throws Exception {
        HttpResponse<String> answer = post(
                "/sync", String.join("", query("mine,param:list")), file("list", "application/octet-stream", LIST));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("in no format that Herald reads", "file name ends with .csv");
    }

    @Test
    void aJobKeepsTheNameAndTakesTheFileThatCameLast() throws Exception {
        HttpResponse<String> made = post(
                "/async", String.join("", query("mine,param:list")), file("list.tsv", "text/plain", "id\tx\n1\t2\n"));
        String job = made.uri().toString();
        assertThat(post(job, file("list.csv", "text/plain", LIST)).statusCode()).isEqualTo(200);
        post(job + "/phase", part("name=\"PHASE\"", "RUN"));
        HttpRequest wait = HttpRequest.newBuilder(URI.create(job + "?WAIT=30")).build();
        String state = client.send(wait, BodyHandlers.ofString()).body();
        while (state.contains("QUEUED") || state.contains("EXECUTING")) { // a wait ends with each phase
            state = client.send(wait, BodyHandlers.ofString()).body();
        }
        assertThat(state).contains("COMPLETED");
        HttpRequest result =
                HttpRequest.newBuilder(URI.create(job + "/results/result")).build();
        assertThat(client.send(result, BodyHandlers.ofString()).body()).isEqualToNormalizingNewlines("s\n16\n");
    }

    @Test
    void aListFromAnAddressIsKnownByWhatTheServerSays() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] list = LIST.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/csv");
            exchange.sendResponseHeaders(200, list.length);
            exchange.getResponseBody().write(list);
            exchange.close();
        });
        server.start();
        try {
            String address =
                    "http://127.0.0.1:%d/list".formatted(server.getAddress().getPort());
            assertThat(post("/sync", query("mine," + address)).body()).isEqualToNormalizingNewlines("s\n16\n");
        } finally {
            server.stop(0);
        }
    }
}
