package org.heralddata.app.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * The day of a student who has never heard of Herald and has no account: looks around, cuts, takes rows home, orders a package, asks in
 * ADQL, looks at the sky of all experiments, comes back in the evening.
 */
class VisitorsDayIT extends BrowserTest {
    private ServedHome served;

    @BeforeAll
    void make(@TempDir Path folder) throws IOException {
        served = ServedHome.open(folder.resolve("home"));
        var demo = new DemoCollections(served.home(), Console.system());
        for (SimulationKind kind : SimulationKind.values()) {
            demo.make(kind, 3_000);
        }
        base = "http://localhost:" + served.port();
    }

    @AfterAll
    void end() {
        if (served != null) {
            served.close();
        }
    }

    private Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile(name)));
    }

    private Locator navigation(String name) {
        return page.getByRole(AriaRole.BANNER)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private long rowsShown() {
        return Long.parseLong(
                Objects.requireNonNull(page.locator("[data-count] strong").textContent())
                        .replaceAll("\\D", ""));
    }

    @Test
    void fromTheFirstPageToTheSameDataInTheEvening(@TempDir Path desk) throws Exception {
        finds();
        long rows = cuts();
        takesRowsHome(rows, desk);
        String package_ = orders(rows, desk);
        asksInAdql(rows);
        looksAtTheSkyOfAll();
        comesBack(package_);
        assertThat(complaints).isEmpty();
        assertThat(context.cookies())
                .as("nobody without an account needs a cookie")
                .isEmpty();
    }

    private void finds() {
        visit("/");
        link("Simulated air showers").first().click();
        assertThat(page.locator("h1")).containsText("Simulated air showers");
        assertThat(page.locator("main")).containsText("CC0");
        link("^events").or(link("Explore")).first().click();
        assertThat(page).hasURL(Pattern.compile("/collections/kascade-demo/events"));
        settle();
        assertThat(rowsShown()).isEqualTo(3_000);
    }

    private long cuts() {
        page.locator("#where").fill("array_e > 15 and array_ze < 30 deg");
        page.keyboard().press("Enter");
        settle();
        long rows = rowsShown();
        assertThat(rows).isBetween(1L, 2_999L);
        assertThat(page).hasURL(Pattern.compile("where=array_e"));
        page.reload();
        settle();
        assertThat(rowsShown()).as("the address is the selection").isEqualTo(rows);
        return rows;
    }

    private void takesRowsHome(long rows, Path desk) throws IOException {
        Download download =
                page.waitForDownload(() -> page.getByText("Download", new Page.GetByTextOptions().setExact(true))
                        .first()
                        .click());
        Path file = desk.resolve(download.suggestedFilename());
        download.saveAs(file);
        assertThat(file.toString()).endsWith(".csv");
        String told = Oracle.python("pandas")
                .run("import pandas, sys; print(len(pandas.read_csv(sys.argv[1], comment='#')))", file);
        assertThat(told).isEqualTo(String.valueOf(rows));
    }

    private String orders(long rows, Path desk) throws Exception {
        page.locator("[data-order]").click();
        assertThat(page.locator(".cost")).containsText(String.valueOf(rows));
        page.locator("input[value=fits]").check();
        page.locator("input[name=title]").fill("For my thesis");
        page.locator(".order-buttons .button").first().click();
        assertThat(page.locator("[data-request]"))
                .hasAttribute(
                        "data-state", "Finished", new LocatorAssertions.HasAttributeOptions().setTimeout(120_000));
        Download download =
                page.waitForDownload(() -> page.locator("a.button", new Page.LocatorOptions().setHasText("Download"))
                        .click());
        Path zip = desk.resolve("package.zip");
        download.saveAs(zip);
        assertThat(Files.size(zip)).isPositive();
        String told = Oracle.python("astropy").run("""
                        import glob, os, subprocess, sys, zipfile
                        folder = sys.argv[2]
                        zipfile.ZipFile(sys.argv[1]).extractall(folder)
                        (inner,) = glob.glob(folder + '/hr-*')
                        subprocess.run(['sha256sum', '--quiet', '-c', 'SHA256SUMS'], cwd=inner, check=True)
                        sys.path.insert(0, inner)
                        import load
                        tables = load.tables()
                        print(sum(len(t) for t in tables.values()), 'cite' in open(inner + '/README.md').read().lower())
                        """, zip, desk.resolve("unpacked"));
        assertThat(told).isEqualTo(rows + " True");
        return Objects.requireNonNull(page.locator("[data-request]").getAttribute("data-request"));
    }

    private void asksInAdql(long rows) {
        navigation("ADQL").click();
        page.locator(".cm-content").click();
        page.keyboard()
                .insertText("SELECT COUNT(*) AS n FROM \"kascade-demo\".events WHERE array_e > 15 AND array_ze < 30");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#answer tbody td").first())
                .hasText(String.valueOf(rows), new LocatorAssertions.HasTextOptions().setTimeout(120_000));
    }

    private void looksAtTheSkyOfAll() {
        navigation("All events").click();
        assertThat(page).hasURL(Pattern.compile("/events$"));
        settle();
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("main")).containsText("gamma-demo");
        assertForEverybody("the sky of all experiments");
    }

    private void comesBack(String request) {
        visit("/");
        navigation("My requests").click();
        settle();
        Locator card = page.locator("[data-request='" + request + "']");
        assertThat(card).containsText("For my thesis");
        assertThat(card).containsText("array_e > 15");
        assertForEverybody("the requests in the evening");
    }
}
