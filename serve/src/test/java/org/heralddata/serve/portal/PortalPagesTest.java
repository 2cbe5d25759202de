package org.heralddata.serve.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.serve.FakeFiles;
import org.heralddata.serve.HeraldServer;
import org.heralddata.serve.ServerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages as a program without scripts sees them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalPagesTest {
    private static final String SHOP = "/collections/shower-toy/events";

    private HeraldServer server;
    private HttpClient client;

    @BeforeAll
    void start() {
        server = HeraldServer.start(new FakeData(new FakeCollections(800)), FakeFiles.none(), ServerSettings.onPort(0));
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    void stop() {
        server.close();
        client.close();
    }

    private HttpResponse<String> visit(String path) throws IOException, InterruptedException {
        return visit(server.port(), path);
    }

    private HttpResponse<String> visit(int port, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String where(String text) {
        return "?where=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void homeShowsEveryCollectionAndSelectionsThatWork() throws Exception {
        String home = visit("/").body();
        assertThat(home).contains("Air showers of a toy array", "Neutrinos", "energy &gt;=");
        Matcher links = Pattern.compile("href=\"([^\"]+\\?where=[^\"]+)\"").matcher(home);
        int found = 0;
        while (links.find()) {
            found++;
            assertThat(visit(Objects.requireNonNull(links.group(1)).replace("&amp;", "&"))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(found).isEqualTo(3);
    }

    @Test
    void anEmptyHomeTellsHowToBegin() throws Exception {
        try (var empty = HeraldServer.start(new FakeData(null), FakeFiles.none(), ServerSettings.onPort(0))) {
            assertThat(visit(empty.port(), "/").body()).contains("No collection yet", "herald ingest");
            assertThat(visit(empty.port(), "/about").statusCode()).isEqualTo(200);
            assertThat(visit(empty.port(), "/events").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theShopWorksWithoutScripts() throws Exception {
        String page = visit(SHOP + where("ze < 30") + "&columns=ze&columns=array_e&format=fits")
                .body();
        assertThat(page)
                .contains(
                        ">ze &lt; 30</textarea>",
                        "of 800 events",
                        "rows?format=fits&amp;where=ze+%3C+30&amp;columns=ze%2Carray_e");
        assertThat(page.substring(page.indexOf("id=\"rows\"")))
                .contains("array_e")
                .doesNotContain("grande_nch</th>");
    }

    @Test
    void aFormatShowsWhatItLeavesToChoose() throws Exception {
        String page = visit(SHOP + where("ze < 30") + "&format=hdf5&layout=compound&deflate=1")
                .body();
        assertThat(page)
                .contains("<select name=\"layout\"", "rows?format=hdf5&amp;layout=compound&amp;where=")
                .containsPattern("<option value=\"compound\"[^>]* selected>")
                .containsPattern("<option value=\"1\"[^>]* selected>");
        assertThat(visit(SHOP + where("ze < 30") + "&format=csv&layout=compound")
                        .body())
                .contains("rows?format=csv&amp;where=")
                .doesNotContain("<select name=\"layout\"");
        assertThat(visit(SHOP + where("ze < 30") + "&format=hdf5&layout=odd").body())
                .contains("rows?format=hdf5&amp;where=");
    }

    @Test
    void aMistakeIsMarkedInThePage() throws Exception {
        HttpResponse<String> page = visit(SHOP + where("arra_e > 15"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("aria-invalid=\"true\"", "^^^^^^", "array_e</code>?");
    }

    @ParameterizedTest
    @CsvSource({
        "/collections/nothing, 404",
        "/collections/No%20Id, 404",
        "/collections/shower-toy/nothing, 404",
        "/collections/shower-toy?release=r9, 404",
        "/nowhere, 404",
        "/collections/shower-toy?release=r1, 200",
        "/events?where=ze, 400"
    })
    void answersWithAPageAndTheRightStatus(String path, int status) throws Exception {
        HttpResponse<String> page = visit(path);
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).startsWith("<!DOCTYPE html>").contains("site-nav");
    }

    @Test
    void valuesNeverBecomeMarkup() throws Exception {
        String page =
                visit(SHOP + where("</textarea><script>alert(1)</script>")).body();
        assertThat(page).doesNotContain("<script>alert");
    }

    @Test
    void nothingButOurOwnFilesMayRun() throws Exception {
        HttpResponse<String> page = visit(SHOP);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(p -> assertThat(p).contains("default-src 'self'"));
        assertThat(page.body())
                .doesNotContainPattern(
                        "<script>|style=\"|onclick=|https?://(?!localhost|schema|spdx|doi|orcid|example)");
    }

    @Test
    void collectionsAreSchemaOrgDatasets() throws Exception {
        String page = visit("/collections/shower-toy").body();
        int from = page.indexOf("ld+json\">") + 9;
        JsonNode dataset = JsonMapper.builder().build().readTree(page.substring(from, page.indexOf("</script>", from)));
        assertThat(dataset.path("@type").asString()).isEqualTo("Dataset");
        assertThat(dataset.path("description").asString().length()).isBetween(50, 5000);
        assertThat(dataset.path("license").asString()).isEqualTo("https://spdx.org/licenses/CC-BY-4.0");
        assertThat(dataset.path("temporalCoverage").asString()).matches("\\d{4}-\\d\\d-\\d\\d/\\d{4}-\\d\\d-\\d\\d");
        assertThat(dataset.path("creator").get(1).path("@type").asString()).isEqualTo("Person");
        assertThat(dataset.path("distribution").get(0).path("contentUrl").asString())
                .startsWith("http://localhost");
        assertThat(dataset.path("variableMeasured").size()).isEqualTo(15);
    }

    @Test
    void collectionsSayHowToCiteThem() throws Exception {
        assertThat(visit("/collections/shower-toy").body())
                .contains(
                        "Toy Collaboration; Curie, Marie (2026): Air showers of a toy array, release r2.",
                        "@misc{shower-toy-r2,",
                        "{{Toy Collaboration} and Curie, Marie}",
                        "https://doi.org/10.1140/epjc/s10052-018-6221-2");
    }

    @Test
    void ourScriptsAreAskedForAgainAndVendoredOnesKept() throws Exception {
        assertThat(visit("/js/shop.js").headers().firstValue("ETag")).isPresent();
        assertThat(visit("/js/shop.js").headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(visit("/vendor/d3-7.9.0/d3.min.js").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(c -> assertThat(c).contains("immutable"));
    }

    @Test
    void sendsNobodyToQueriesThatItCannotAnswer() throws Exception {
        HttpResponse<String> page = visit("/adql");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("answers no queries in ADQL");
        HttpResponse<String> check = visit("/api/v1/adql/check?query=SELECT");
        assertThat(check.statusCode()).isEqualTo(404);
        assertThat(check.body()).contains("R001");
    }
}
