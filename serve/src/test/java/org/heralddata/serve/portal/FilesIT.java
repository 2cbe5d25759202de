package org.heralddata.serve.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.heralddata.query.RunFiles;
import org.heralddata.serve.FakeFiles;
import org.heralddata.serve.HeraldServer;
import org.heralddata.serve.ServerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue of files in a real browser and over HTTP. */
class FilesIT extends BrowserTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private HeraldServer server;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = HeraldServer.start(
                new FakeData(new FakeCollections(80)), FakeFiles.in(folder), ServerSettings.onPort(0));
        base = "http://localhost:" + server.port();
    }

    @AfterAll
    void stop() {
        client.close();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void findsFilesByRunAndInstrument() {
        visit("/collections/gamma-toy/files");
        assertThat(page.locator(".file-count strong")).hasText("120");
        page.getByLabel("Run").fill("10..19, 40");
        page.getByLabel("Instrument").fill("ToyScope-2");
        page.keyboard().press("Enter");
        assertThat(page.locator(".file-count strong")).hasText("3");
        assertThat(page.locator(".file-table tbody tr")).hasCount(3);
        assertThat(page.locator(".file-table tbody tr").first()).containsText("run_00012.fits");
        assertThat(page.locator(".lane")).hasCount(1);
        page.locator(".file-table tbody a").first().click();
        assertThat(page.locator("h1")).hasText("run_00012.fits");
        assertThat(page.locator("main")).containsText("livetime");
        assertThat(complaints).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithASelection() {
        visit("/collections/gamma-toy/files?where=livetme+%3E+20+min");
        assertThat(page.locator("#problem")).containsText("livetime");
        assertThat(page.locator("input[name=where]")).hasAttribute("aria-invalid", "true");
        visit("/files?run=many");
        assertThat(page.locator("#problem")).containsText("many");
        visit("/collections/gamma-toy/files?run=100000");
        assertThat(page.locator("main")).containsText("No file passes");
    }

    @Test
    void goesThroughPagesAndSorts() {
        visit("/collections/gamma-toy/files?order=-run");
        assertThat(page.locator(".file-table tbody tr")).hasCount(100);
        assertThat(page.locator(".file-table tbody tr").first()).containsText("run_00119.fits");
        page.locator("a[rel=next]").click();
        assertThat(page.locator(".file-table tbody tr")).hasCount(20);
        assertThat(page.locator("#list")).containsText("101 to 120");
    }

    @Test
    void aCollectionOfFilesAloneHasItsCardAndPage() {
        visit("/");
        Locator card = page.locator(".card", new Page.LocatorOptions().setHasText("Files of the toy archive"));
        assertThat(card).containsText(RunFiles.ARCHIVED + " files");
        assertThat(card).containsText("280 B");
        assertThat(page.locator(".card", new Page.LocatorOptions().setHasText("Files of the toy closed")))
                .containsText("not open to everyone");
        page.getByLabel("Search collections").fill("neutrino");
        assertThat(card).isHidden();
        page.getByLabel("Search collections").fill("");
        card.getByRole(AriaRole.LINK).first().click();
        assertThat(page).hasURL(Pattern.compile(".*/collections/archive-toy$"));
        assertThat(page.locator("h1")).hasText("Files of the toy archive");
        assertThat(page.locator("main")).containsText(RunFiles.ARCHIVED + " files");
        assertThat(page.locator("#cite-text")).containsText("files as of");
        assertThat(page.locator("#as-sums")).containsText("SHA256SUMS");
        page.locator(".table-card a.button").click();
        assertThat(page.locator(".file-count strong")).hasText(Integer.toString(RunFiles.ARCHIVED));
        visit("/collections/closed-toy");
        assertThat(page.locator("main")).containsText("not open to everyone");
        assertThat(page.locator("main")).not().containsText("SHA256SUMS");
        assertThat(complaints).isEmpty();
        visit("/files");
        assertThat(page.locator("main")).containsText("closed-toy");
    }

    @Test
    void fitsSmallScreensAndEverybodysEyes() throws IOException {
        String shots = System.getProperty("herald.shots", "");
        String one = "/files/"
                + json("/api/v1/files?collection=gamma-toy&run=49")
                        .get("files")
                        .get(0)
                        .get("id")
                        .stringValue();
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        for (int width : new int[] {1280, 400}) {
            page.setViewportSize(width, 900);
            int shot = 0;
            for (String path : List.of(
                    "/",
                    "/collections/archive-toy",
                    "/collections/closed-toy",
                    "/files",
                    "/collections/gamma-toy/files",
                    one,
                    "/collections/gamma-toy/files?where=a")) {
                visit(path);
                if (!shots.isEmpty()) {
                    Files.createDirectories(Path.of(shots));
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of(shots, width + "-" + shot++ + ".png"))
                            .setFullPage(true));
                }
                Object wide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
                assertThat(((Number) Objects.requireNonNull(wide)).intValue())
                        .as("%s at %d", path, width)
                        .isLessThanOrEqualTo(0);
                assertAccessible("%s at %d".formatted(path, width));
            }
        }
    }

    private HttpResponse<String> get(String path, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(path, failed);
        }
    }

    private JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void theApiCountsPagesAndSkips() {
        JsonNode first =
                json("/api/v1/files?collection=gamma-toy&where=livetime+%3E+20+min+and+run+between+10+and+90&limit=30");
        assertThat(first.get("count").asInt()).isEqualTo(78);
        assertThat(first.get("of").asInt()).isEqualTo(120);
        assertThat(first.get("files").size()).isEqualTo(30);
        JsonNode last = json(json(first.get("next").stringValue()).get("next").stringValue());
        assertThat(last.get("files").size()).isEqualTo(18);
        assertThat(last.get("next")).isNull();
        JsonNode all = json("/api/v1/files/count");
        assertThat(all.get("files").asInt()).isEqualTo(127);
        assertThat(all.get("skipped").get(0).stringValue()).isEqualTo("closed-toy");
        assertThat(all.get("states").get("vanished").asInt()).isEqualTo(1);
        assertThat(json("/api/v1/files?from=2004-01-02&to=2004-01-03")
                        .get("count")
                        .asInt())
                .isEqualTo(2);
        assertThat(get("/api/v1/files?collection=closed-toy").statusCode()).isEqualTo(403);
        assertThat(get("/api/v1/files?where=livetime+%3E+1").body()).contains("no column `livetime`");
        assertThat(get("/api/v1/files/nothing").statusCode()).isEqualTo(404);
        assertThat(json("/api/v1/collections/gamma-toy/files").get("fields").toString())
                .contains("obs.exposure");
        assertThat(json("/api/v1/files/coverage?collection=gamma-toy&parts=10")
                        .get("lanes")
                        .has("ToyScope-1"))
                .isTrue();
    }

    @Test
    void originalsComeInPartsAndOnlyFromTheirFolder() {
        String path = "/files/archive-toy/original/data/part%201/a+b_3.dat";
        HttpResponse<String> part = get(path, "Range", "bytes=5-9");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("56789");
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 5-9/40");
        String tag = part.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).isEqualTo("\"" + "03".repeat(32) + "\"");
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get("/files/archive-toy/original/SHA256SUMS").body())
                .contains("03".repeat(32) + "  data/part 1/a+b_3.dat\n");
        assertThat(get("/files/gamma-toy/original/runs/toyscope-1/run_00001.fits")
                        .statusCode())
                .isEqualTo(410);
        for (String way : List.of("..%2Fsecret", "data/../../secret", "%2Fetc%2Fpasswd", "data")) {
            assertThat(get("/files/archive-toy/original/" + way).statusCode())
                    .as(way)
                    .isIn(400, 404);
        }
    }
}
