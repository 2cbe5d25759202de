package org.heralddata.app.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.heralddata.app.console.Console;
import org.heralddata.app.curate.Ingesting;
import org.heralddata.serve.portal.BrowserTest;
import org.heralddata.simulate.SimulationKind;
import org.heralddata.spi.Formats;
import org.heralddata.testkit.Oracle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two selections and two releases side by side, in a real browser, over real tables. */
class ComparePageIT extends BrowserTest {
    private static final String SHOWERS = "/collections/kascade-demo/events/compare";
    private static final String NEUTRINOS = "/collections/neutrino-demo/events/compare";

    private ServedHome served;

    /** The second release of the neutrinos describes a column otherwise, and has 40 events less and 7 changed. */
    @BeforeAll
    void make(@TempDir Path folder) throws IOException {
        served = ServedHome.open(folder.resolve("home"));
        var demo = new DemoCollections(served.home(), Console.system());
        demo.make(SimulationKind.KASCADE_DEMO, 3_000);
        demo.make(SimulationKind.NEUTRINO_DEMO, 500);
        Path collection = served.home().folders().collections().resolve("neutrino-demo");
        Path descriptor = collection.resolve("collection.yaml");
        Files.writeString(
                descriptor,
                Files.readString(descriptor)
                        .replaceFirst("description: Declination", "description: Height above the equator"));
        Path events = collection.resolve("data/events.csv");
        List<String> lines = Files.readAllLines(events);
        int last = lines.size() - 40;
        for (int i = last - 7; i < last; i++) {
            String[] cells = lines.get(i).split(",", -1);
            cells[cells.length - 1] = cells[cells.length - 1].equals("track") ? "shower" : "track";
            lines.set(i, String.join(",", cells));
        }
        Files.write(events, lines.subList(0, last));
        Ingesting.run(Ingesting.of(collection), served.home(), Formats.installed(), Console.system());
        base = "http://localhost:" + served.port();
    }

    @AfterAll
    void end() {
        if (served != null) {
            served.close();
        }
    }

    private static String asked(String a, String b) {
        return "?a=" + URLEncoder.encode(a, StandardCharsets.UTF_8) + "&b="
                + URLEncoder.encode(b, StandardCharsets.UTF_8);
    }

    @Test
    void twoSelectionsAreCountedDrawnAndDivided(@TempDir Path folder) throws Exception {
        visit(SHOWERS + asked("array_ze < 20 deg", "array_ze >= 20 deg and array_ze < 40 deg") + "&show=array_e");
        long a = served.json(
                        "/api/v1/collections/kascade-demo/tables/events/count?" + ServedHome.where("array_ze < 20 deg"))
                .path("rows")
                .asLong();
        assertThat(page.locator(".side.is-a strong"))
                .hasText(String.valueOf(a).replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u2009"));
        assertThat(page.locator(".compared")).hasCount(1);
        assertThat(page.locator("path.compare-a")).hasAttribute("d", Pattern.compile("^M.*Z$"));
        assertThat(page.locator(".ratio-point").first()).isVisible();
        assertThat(page.locator(".sky-pair canvas")).hasCount(2);
        page.locator(".compared .figure-menu summary").click();
        Download download = page.waitForDownload(
                () -> page.locator(".compared").getByText("Numbers as CSV").click());
        Path csv = folder.resolve("a.csv");
        download.saveAs(csv);
        assertThat(Files.readString(csv)).contains("# A: array_ze < 20 deg.", "array_e_low [log(eV)]");
        String told = Oracle.python("pandas", "numpy").run("""
                import sys, numpy as np, pandas as pd
                t = pd.read_csv(sys.argv[1], comment='#')
                both = t[(t.a > 0) & (t.b > 0)]
                ratio = (both.b / t.b.sum()) / (both.a / t.a.sum())
                error = ratio * np.sqrt(1 / both.a + 1 / both.b)
                print(t.a.sum(), np.allclose(ratio, both.ratio), np.allclose(error, both.ratio_error), t.ratio.isna().sum() == len(t) - len(both))
                """, csv);
        assertThat(told).isEqualTo(a + " True True True");
        page.getByLabel("add a column").selectOption("array_ne");
        assertThat(page.locator(".compared")).hasCount(2);
        page.getByLabel("scale both to equal areas").click();
        assertThat(page.locator(".compared").first()).containsText("events per bin");
        assertThat(page).hasURL(Pattern.compile("show=array_e,array_ne.*scale=counts"));
        page.reload();
        settle();
        assertThat(page.locator(".compared")).hasCount(2);
        page.locator("#swap").click();
        assertThat(page.locator("textarea[name=b]")).hasValue("array_ze < 20 deg");
        assertThat(complaints).isEmpty();
    }

    @Test
    void twoReleasesAreComparedRowByRowAndColumnByColumn() {
        visit(NEUTRINOS + "?release-a=r1&release-b=r2");
        assertThat(page.locator("table.data")).containsText("Height above the equator");
        page.getByText("Compare the events one by one").click();
        assertThat(page.locator(".row-counts")).containsText("453");
        assertThat(page.locator(".row-counts > div").nth(1)).hasText("in both, changed7");
        assertThat(page.locator(".row-counts > div").nth(2)).hasText("only in A, removed40");
        assertThat(page.locator(".row-counts > div").nth(3)).hasText("only in B, added0");
        assertForEverybody("releases compared");
    }

    @Test
    void mistakesAreToldOnTheirSide() {
        visit(SHOWERS + asked("array_ee > 15", "array_e > 15"));
        assertThat(page.locator(".side.is-a .problem")).containsText("array_e");
        assertThat(page.locator(".side.is-b .problem")).hasCount(0);
    }

    @Test
    void isReachedFromTheShopAndForEverybody() {
        visit("/collections/kascade-demo/events?where=array_e+%3E+15");
        page.locator("[data-compare]").click();
        settle();
        assertThat(page.locator("textarea[name=a]")).hasValue("array_e > 15");
        assertForEverybody("selections compared");
        open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(base + SHOWERS + asked("has_grande", "array_e > 15"));
        page.getByText("Compare the events one by one").click();
        assertThat(page.locator(".row-counts")).isVisible();
        assertThat(Objects.requireNonNull(page.content())).contains("need scripts");
    }
}
