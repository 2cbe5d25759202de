package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.heralddata.app.console.Console;
import org.heralddata.simulate.SimulationKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** An answer that fails when a part of it has left is never taken for the whole. */
@TestInstance(Lifecycle.PER_CLASS)
class HalfWayIT {
    private static final int ROWS = 600_000;

    /** Fits its type until the last ten thousand rows, far behind what the engine prepares ahead. */
    private static final String FAILING =
            "SELECT n, n AS m, CAST(CASE WHEN n < 590000 THEN n / 100 ELSE n END AS SMALLINT) AS s FROM tap_upload.mine";

    private final HttpClient client = HttpClient.newHttpClient();
    private ServedHome served;

    @BeforeAll
    void make(@TempDir Path folder) throws IOException {
        served = ServedHome.open(folder.resolve("home"));
        new DemoCollections(served.home(), Console.system()).make(SimulationKind.GAMMA_DEMO, 500);
    }

    @AfterAll
    void close() {
        client.close();
        served.close();
    }

    private HttpResponse<byte[]> ask(String format) throws IOException, InterruptedException {
        var table = new StringBuilder("n,k\n");
        for (int i = 0; i < ROWS; i++) {
            table.append(i).append(",1\n");
        }
        String field = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        String body = field.formatted("LANG", "ADQL")
                + field.formatted("QUERY", FAILING)
                + field.formatted("RESPONSEFORMAT", format)
                + field.formatted("UPLOAD", "mine,param:t")
                + "--b\r\nContent-Disposition: form-data; name=\"t\"; filename=\"t.csv\"\r\n\r\n%s\r\n--b--\r\n"
                        .formatted(table);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/tap/sync".formatted(served.port())))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"votable", "votable/td", "votable/b1"})
    void aVotableIsWholeAndSaysThatItIsNot(String format) throws Exception {
        HttpResponse<byte[]> answer = ask(format);
        assertThat(answer.statusCode()).isEqualTo(200);
        var document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body()));
        var infos = document.getElementsByTagNameNS("*", "INFO");
        var last = (Element) infos.item(infos.getLength() - 1);
        assertThat(last.getAttribute("name")).isEqualTo("QUERY_STATUS");
        assertThat(last.getAttribute("value")).isEqualTo("ERROR");
        assertThat(last.getTextContent()).contains("too large for its type");
        assertThat(answer.body().length).isGreaterThan(100_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "html"})
    void theConnectionBreaksWhereTheFormatCannotSayIt(String format) {
        assertThatThrownBy(() -> ask(format)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "fits", "parquet"})
    void whatIsWrittenAsAWholeBeforeItIsSentIsRefused(String format) throws Exception {
        HttpResponse<byte[]> answer = ask(format);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("value=\"ERROR\"", "too large");
    }

    private static long rows(HttpResponse<String> csv) {
        return csv.body().lines().filter(line -> !line.startsWith("#")).skip(1).count();
    }

    @Test
    void aCutOutThatIsNotAllSaysSo() throws Exception {
        String circle = "ID=gamma-demo/r1/events&CIRCLE=" + URLEncoder.encode("83.6 22 20", StandardCharsets.UTF_8);
        HttpResponse<String> cut = served.get("/soda/sync?RESPONSEFORMAT=csv&MAXREC=3&" + circle);
        assertThat(cut.headers().firstValue("X-Herald-Overflow")).hasValue("true");
        assertThat(rows(cut)).isEqualTo(3);
        HttpResponse<String> whole = served.get("/soda/sync?RESPONSEFORMAT=csv&" + circle);
        assertThat(whole.headers().firstValue("X-Herald-Overflow")).isEmpty();
        assertThat(served.get("/soda/sync?RESPONSEFORMAT=votable&MAXREC=3&" + circle)
                        .body())
                .contains("value=\"OVERFLOW\"");
    }
}
