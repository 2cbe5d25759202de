package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

/** Addresses that a server on a port of its own gives out lead to it, by the name that the visitor used. */
@TestInstance(Lifecycle.PER_CLASS)
class AddressesIT {
    private static final Pattern OURS = Pattern.compile("https?://(localhost|127\\.0\\.0\\.1)[^\"'<>\\s?#]*");
    private static final String OBSCORE = "SELECT access_url FROM ivoa.obscore";

    private final HttpClient client = HttpClient.newHttpClient();
    private Path folder = Path.of("");
    private ServedHome served;

    @BeforeAll
    void make(@TempDir Path temporary) throws IOException {
        folder = temporary.resolve("home");
        served = ServedHome.open(folder);
        new DemoCollections(served.home(), Console.system()).make(SimulationKind.GAMMA_DEMO, 500);
    }

    @AfterAll
    void close() {
        client.close();
        served.close();
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private static String query(String adql) {
        return "LANG=ADQL&FORMAT=csv&QUERY=" + URLEncoder.encode(adql, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tap/capabilities",
                "/tap/examples",
                "/datalink?ID=gamma-demo",
                "/oai?verb=Identify",
                "/oai?verb=ListRecords&metadataPrefix=ivo_vor",
                "/oai?verb=ListRecords&metadataPrefix=oai_dc",
                "/collections/gamma-demo?format=linkset"
            })
    void documentsNameTheServerAsTheVisitorDid(String path) throws Exception {
        for (String host : List.of("localhost", "127.0.0.1")) {
            String site = "http://%s:%d".formatted(host, served.port());
            HttpResponse<String> answer = get(site + path);
            assertThat(answer.statusCode()).isEqualTo(200);
            List<String> addresses = OURS.matcher(answer.body())
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(addresses).isNotEmpty().allMatch(a -> a.startsWith(site), "begins with " + site);
        }
    }

    @Test
    void observationsNameTheServerAsTheVisitorDid() throws Exception {
        for (String host : List.of("127.0.0.1", "localhost")) {
            String site = "http://%s:%d".formatted(host, served.port());
            String told = get(site + "/tap/sync?" + query(OBSCORE)).body();
            assertThat(told.lines().skip(1)).isNotEmpty().allMatch(url -> url.startsWith(site + "/datalink?ID="));
            for (String url : told.lines().skip(1).toList()) {
                assertThat(get(url).statusCode()).as(url).isEqualTo(200);
            }
        }
    }

    @Test
    void anAsynchronousAnswerNamesTheServerAsItWasAsked() throws Exception {
        String site = "http://127.0.0.1:" + served.port();
        var request = HttpRequest.newBuilder(URI.create(site + "/tap/async"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("PHASE=RUN&" + query(OBSCORE)))
                .build();
        String job = client.send(request, BodyHandlers.ofString())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(job).startsWith(site);
        for (int i = 0; i < 10 && !get(job + "/phase").body().equals("COMPLETED"); i++) {
            assertThat(get(job + "?WAIT=5").statusCode()).isEqualTo(200);
        }
        assertThat(get(job + "/results/result").body().lines().skip(1))
                .isNotEmpty()
                .allMatch(url -> url.startsWith(site + "/datalink?ID="));
    }

    @Test
    void theAddressOfTheSettingsGoesBeforeThatOfTheVisitor(@TempDir Path other) throws Exception {
        try (ServedHome behind = ServedHome.open(other.resolve("home"))) {
            new DemoCollections(behind.home(), Console.system()).make(SimulationKind.GAMMA_DEMO, 100);
        }
        Files.writeString(other.resolve("home/config.yaml"), """
                layout: 1
                node:
                  url: https://data.example.org
                  authority: data.example.org
                  organisation: {name: Institute of Toys}
                  contact: {name: Data desk, email: data@example.org}
                """);
        try (ServedHome behind = ServedHome.open(other.resolve("home"))) {
            String told = behind.get("/tap/sync?" + query(OBSCORE)).body();
            assertThat(told.lines().skip(1))
                    .isNotEmpty()
                    .allMatch(url -> url.startsWith("https://data.example.org/datalink"));
            assertThat(behind.get("/tap/capabilities").body()).contains("https://data.example.org/tap<");
        }
    }
}
