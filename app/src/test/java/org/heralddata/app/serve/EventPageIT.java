package org.heralddata.app.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.heralddata.app.console.Console;
import org.heralddata.serve.portal.BrowserTest;
import org.heralddata.simulate.SimulationKind;
import org.heralddata.testkit.Oracle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One event with its stations, in a real browser, over real tables. */
class EventPageIT extends BrowserTest {
    private static final String TABLE = "/collections/kascade-demo/events";
    private static final String API = "/api/v1/collections/kascade-demo/tables/events";
    private static final String LOUDEST = TABLE + "/events?where=has_stations+and+array_ne+%3E+4.5&at=1";

    private ServedHome served;

    @BeforeAll
    void make(@TempDir Path folder) throws IOException {
        served = ServedHome.open(folder.resolve("home"));
        new DemoCollections(served.home(), Console.system()).make(SimulationKind.KASCADE_DEMO, 6_000);
        base = "http://localhost:" + served.port();
    }

    @AfterAll
    void end() {
        if (served != null) {
            served.close();
        }
    }

    private JsonNode event() throws IOException, InterruptedException {
        String uuid = page.url().replaceAll(".*/events/([^?]+).*", "$1");
        return served.json(API + "/events/" + uuid);
    }

    @Test
    void stationsAreNotCountedAsEvents() throws Exception {
        JsonNode count = served.json("/api/v1/events/count?collections=kascade-demo");
        assertThat(count.path("of").asLong()).isEqualTo(6_000);
        assertThat(count.path("rows").asLong()).isEqualTo(6_000);
    }

    @Test
    void everyStationStandsWhereItIsAndSaysWhatItGot() throws Exception {
        visit(LOUDEST);
        JsonNode stations = event().path("stations");
        int hits = stations.path("hits").size();
        assertThat(hits).isGreaterThan(5);
        assertThat(stations.path("all")).hasSize(252);
        assertThat(page.locator(".stations-hit circle")).hasCount(hits);
        assertThat(page.locator(".stations-silent circle")).hasCount(252 - hits);
        assertThat(page.locator(".shower-name").first()).hasText("array");
        page.locator(".detector-stage").focus();
        page.keyboard().press("Home");
        double most = 0;
        JsonNode loudest = stations;
        for (JsonNode hit : stations.path("hits")) {
            if (hit.path("signal").asDouble() > most) {
                most = hit.path("signal").asDouble();
                loudest = hit;
            }
        }
        assertThat(page.locator(".detector-reading"))
                .containsText("Station " + loudest.path("id").asInt());
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".detector-reading"))
                .not()
                .containsText("Station " + loudest.path("id").asInt() + " ");
        page.locator(".stations-hit circle").first().hover();
        assertThat(page.locator(".detector-reading")).containsText("MeV");
        page.locator(".detector .chip", new Page.LocatorOptions().setHasText("stations_arrival"))
                .click();
        assertThat(page.locator(".detector .colour-key")).containsText("stations_arrival [ns]");
        page.locator(".detector-time input").fill("0");
        assertThat(page.locator(".stations-hit circle")).hasCount(1);
        page.getByText("Play the arrival").click();
        assertThat(page.locator(".stations-hit circle")).hasCount(hits);
        assertThat(complaints).isEmpty();
    }

    @Test
    void placesOfStationsAreThoseOfTheirTable() throws Exception {
        visit(LOUDEST);
        JsonNode geometry = served.json("/api/v1/collections/kascade-demo/tables/stations/rows?format=json&limit=300");
        for (JsonNode hit : event().path("stations").path("hits")) {
            JsonNode row = geometry.path("rows").path(hit.path("id").asInt() - 1);
            assertThat(hit.path("x").asDouble()).isEqualTo(row.path(1).asDouble());
            assertThat(hit.path("y").asDouble()).isEqualTo(row.path(2).asDouble());
        }
    }

    @Test
    void walksThroughTheSelectionAndNoFurther() throws Exception {
        visit(LOUDEST);
        assertThat(page.locator(".event-walk strong")).hasText("2");
        String here = page.url();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".event-walk strong")).hasText("3");
        page.getByText("← Previous").click();
        assertThat(page.locator(".event-walk strong")).hasText("2");
        assertThat(page).hasURL(here);
        page.getByText("← Previous").click();
        assertThat(page.locator(".event-walk strong")).hasText("1");
        assertThat(page.locator("a[rel=prev]")).hasCount(0);
        // who does not know the place has it counted, by the time
        visit(here.substring(base.length()).replace("at=1&", ""));
        assertThat(page.locator(".event-walk strong")).hasText("2");
        JsonNode told = served.json(API + "/events/" + event().path("uuid").asString());
        long earlier = served.json(API + "/count?" + ServedHome.where("time < " + group(told, "time")))
                .path("rows")
                .asLong();
        assertThat(told.path("index").asLong()).isEqualTo(earlier);
    }

    private static String group(JsonNode event, String column) {
        for (JsonNode group : event.path("groups")) {
            for (JsonNode value : group.path("values")) {
                if (value.path("name").asString().equals(column)) {
                    return value.path("value").asString();
                }
            }
        }
        throw new AssertionError(column);
    }

    @Test
    void isFoundByItsKeyAndFromTheShop() throws Exception {
        visit(TABLE + "?where=has_grande");
        page.locator("#rows .event-link a").nth(2).click();
        assertThat(page.locator(".event-walk strong")).hasText("3");
        JsonNode event = event();
        String key = "run=%s,ev=%s".formatted(group(event, "run"), group(event, "ev"));
        assertThat(served.json(API + "/events/" + key).path("uuid")).isEqualTo(event.path("uuid"));
        assertThat(served.json(API + "/events/" + group(event, "ev")).path("uuid"))
                .isEqualTo(event.path("uuid"));
        for (String wrong :
                List.of("run=x", "nothing=1", "run=" + group(event, "run") + "000", "ze", "=", "stations_id=3")) {
            assertThat(served.problem(API + "/events/" + wrong, 404)
                            .path("code")
                            .asString())
                    .isEqualTo("R050");
        }
        visit(TABLE + "/events/run=1,ev=999999999");
        assertThat(page.locator("h1")).containsText("there is no event");
    }

    @Test
    void isForEverybodyAndWithoutScripts() {
        visit(LOUDEST);
        page.evaluate("document.querySelectorAll('.station-table').forEach((d) => (d.open = true))");
        assertForEverybody("an event");
        visit(TABLE + "/events?at=0");
        assertForEverybody("an event without stations");
        open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(base + TABLE);
        page.locator("#rows .event-link a").first().click();
        assertThat(page.locator(".event-group").first()).containsText("Run number");
        page.navigate(base + LOUDEST);
        page.locator(".station-table summary").click();
        assertThat(page.locator(".station-table tbody tr").first()).isVisible();
    }

    @Test
    void figuresAreTakenAwayWithTheirCaptionAndNumbers(@TempDir Path folder) throws Exception {
        visit(LOUDEST);
        String svg = Files.readString(save("SVG", folder.resolve("a.svg")));
        assertThat(svg).contains("Stations of run", "Herald (20", "release r1", "@font-face", base, "252 stations");
        assertThat(svg).doesNotContain("var(--", "class=");
        String csv = Files.readString(save("Numbers as CSV", folder.resolve("a.csv")));
        assertThat(csv)
                .startsWith("# Stations of run")
                .contains("station,x [m],y [m],stations_edeposit [MeV],stations_arrival [ns]\r\n");
        assertThat(csv.lines().filter(l -> !l.startsWith("#"))).hasSize(253);
        Path png = save("PNG", folder.resolve("a.png"));
        String told = Oracle.python("xml").run("""
                import struct, sys, xml.etree.ElementTree as tree
                root = tree.parse(sys.argv[1]).getroot()
                head = open(sys.argv[2], 'rb').read(24)
                width, height = struct.unpack('>II', head[16:24])
                print(head[:4] == b'\\x89PNG', width == 2 * int(root.get('width')), height == 2 * int(root.get('height')))
                """, folder.resolve("a.svg"), png);
        assertThat(told).isEqualTo("True True True");
        assertThat(complaints).isEmpty();
    }

    private Path save(String form, Path to) {
        Locator menu = page.locator(".detector .figure-menu");
        menu.locator("summary").click();
        Download download = page.waitForDownload(() -> menu.getByText(form).click());
        assertThat(download.suggestedFilename()).matches(Pattern.compile("[0-9a-f]{8}-stations\\.(svg|csv|png)"));
        download.saveAs(to);
        return Objects.requireNonNull(to);
    }
}
