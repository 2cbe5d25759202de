package org.heralddata.app.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
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

/** Ordering data and coming back for them, in a real browser, over real tables. */
class RequestPagesIT extends BrowserTest {
    private static final String SHOP =
            "/collections/kascade-demo/events?where=array_ze+%3C+12+deg&columns=array_e,array_ze,time";

    private ServedHome served;

    @BeforeAll
    void make(@TempDir Path folder) throws IOException {
        served = ServedHome.open(folder.resolve("home"));
        new DemoCollections(served.home(), Console.system()).make(SimulationKind.KASCADE_DEMO, 2_000);
        base = "http://localhost:" + served.port();
    }

    @AfterAll
    void end() {
        if (served != null) {
            served.close();
        }
    }

    private Locator card() {
        return page.locator("[data-request]");
    }

    private void finished() {
        assertThat(card())
                .hasAttribute(
                        "data-state", "Finished", new LocatorAssertions.HasAttributeOptions().setTimeout(120_000));
    }

    private void order(String name) {
        visit(SHOP);
        page.locator("[data-order]").click();
        page.locator("input[name=title]").fill(name);
        page.locator(".order-buttons .button").first().click();
        assertThat(page.locator("h1")).hasText(name);
    }

    @Test
    void fromTheShopToThePackageAndBack() throws Exception {
        visit(SHOP);
        page.locator("[data-order]").click();
        assertThat(page.locator(".request-parts")).containsText("array_ze < 12 deg");
        assertThat(page.locator(".request-parts")).containsText("columns array_e, array_ze, time");
        String csv = Objects.requireNonNull(page.locator(".cost").textContent());
        page.getByText("FITS", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".cost")).containsText("as FITS");
        assertThat(csv).contains("Rows", "as CSV", "hr-");
        page.locator("input[value=components]").check();
        page.locator("input[name=title]").fill("Nearly vertical");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Nearly vertical");
        finished();
        assertThat(page).hasURL(Pattern.compile("/requests/[0-9a-v]+$"));
        assertThat(card()).containsText("FITS, a table for each detector component");
        Locator archive = page.locator(".request-files tbody a").first();
        String sum = page.locator(".request-files .hash").first().textContent();
        Path zip = served.download(
                Objects.requireNonNull(archive.getAttribute("href")), Files.createTempFile("package", ".zip"));
        assertThat(Oracle.python("hashlib")
                        .run(
                                "import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], 'rb').read()).hexdigest())",
                                zip))
                .isEqualTo(sum);
        visit("/requests");
        assertThat(card()).hasCount(1);
        assertThat(card()).containsText("Nearly vertical");
        card().locator("details.request-delete summary").click();
        card().getByText("Delete now").click();
        assertThat(card()).hasCount(0);
        assertThat(page.locator("#no-requests")).isVisible();
        page.reload();
        assertThat(card()).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    @Test
    void whatCannotBeMadeIsRefusedWithAdviceBefore() {
        visit("/requests/new?collection=kascade-demo&table=events&where=array_e+%3E+99");
        assertThat(page.locator(".order-cost .problem")).containsText("no row passes");
        assertThat(page.locator(".order-cost .problem")).containsText("widen it");
        assertThat(page.locator(".order-buttons .button").first()).isDisabled();
        visit("/requests/new?collection=kascade-demo&table=events&where=array_ee+%3E+9");
        assertThat(page.locator(".order-cost .problem")).containsText("array_e");
    }

    @Test
    void templatesFillTheOrderAndAgainOrdersTheSame() {
        order("First");
        finished();
        String identifier = Objects.requireNonNull(card().getAttribute("data-identifier"));
        page.getByText("Use as template").click();
        assertThat(page.locator(".cost")).containsText(identifier);
        assertThat(page.locator(".request-parts")).containsText("array_ze < 12 deg");
        page.locator("input[value=parquet]").check();
        assertThat(page.locator(".cost")).not().containsText(identifier);
        page.locator("input[value=csv]").check();
        assertThat(page.locator(".cost")).containsText(identifier);
        visit("/requests");
        assertThat(card()).hasCount(1);
        card().getByText("Order again").click();
        assertThat(card()).hasCount(2);
        assertThat(card().nth(0)).hasAttribute("data-identifier", identifier);
        assertThat(card().nth(0))
                .hasAttribute(
                        "data-state", "Finished", new LocatorAssertions.HasAttributeOptions().setTimeout(120_000));
        String before =
                Objects.requireNonNull(card().nth(1).locator("time").nth(1).textContent());
        card().nth(1).getByText("Keep 14 days longer").click();
        assertThat(card().nth(1).locator("time").nth(1)).not().hasText(before);
    }

    @Test
    void identifiersHaveAPageForPeopleThatOrdersTheSame() {
        order("Meant");
        String identifier = Objects.requireNonNull(card().getAttribute("data-identifier"));
        visit("/requests/" + identifier);
        assertThat(page.locator("h1")).hasText(identifier);
        assertThat(page.locator("main")).containsText("array_ze < 12 deg");
        assertThat(page.locator(".cite-text")).containsText("request " + identifier);
        assertForEverybody("an identifier");
        page.getByText("Order these data").click();
        assertThat(card()).hasAttribute("data-identifier", identifier);
        visit("/requests/hr-000000000000000000000000");
        assertThat(page.locator("h1")).containsText("no request has the identifier");
    }

    @Test
    void isForEverybody() {
        visit("/requests");
        assertForEverybody("the empty list");
        visit("/requests/new?collection=kascade-demo&table=events&format=hdf5&where=array_e+%3E+15");
        assertForEverybody("an order");
        visit("/requests/new?collection=kascade-demo&table=events&where=array_ee+%3E+15");
        assertForEverybody("an order that is refused");
        order("For all");
        finished();
        page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))");
        assertForEverybody("a request");
        visit("/requests");
        assertForEverybody("the list");
    }

    @Test
    void everythingGoesWithoutScripts() {
        open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(base + SHOP);
        page.locator("[data-order]").click();
        page.locator("input[value=votable]").check();
        page.getByText("Count again").click();
        assertThat(page.locator(".cost")).containsText("as VOTable");
        page.locator("input[name=title]").fill("By hand");
        page.locator(".order-buttons .button").first().click();
        assertThat(page.locator("h1")).hasText("By hand");
        for (int i = 0; i < 400 && !"Finished".equals(card().getAttribute("data-state")); i++) {
            page.waitForTimeout(250);
            page.reload();
        }
        assertThat(page.locator("a.button", new Page.LocatorOptions().setHasText("Download")))
                .isVisible();
        assertThat(page.locator(".needs-script:visible")).hasCount(0);
        page.locator("details.request-delete summary").click();
        page.getByText("Delete now").click();
        assertThat(page.locator("h1")).hasText("My requests");
    }

    @Test
    void theCopiesOrderTheSameElsewhere(@TempDir Path folder) throws Exception {
        order("Copied");
        finished();
        String identifier = Objects.requireNonNull(card().getAttribute("data-identifier"));
        for (String id : new String[] {"#order-curl", "#order-python", "#order-java", "#get-curl"}) {
            String text = Objects.requireNonNull(page.locator(id).textContent());
            String told = Oracle.python("zipfile")
                    .and("curl")
                    .run("""
                    import os, subprocess, sys, tempfile, zipfile
                    text, java, name = sys.argv[1:]
                    with tempfile.TemporaryDirectory() as folder:
                        if text.startswith('curl'): command = ['sh', '-c', text]
                        elif 'void main' in text:
                            open(folder + '/Order.java', 'w').write(text)
                            command = [java, folder + '/Order.java']
                        else: command = [sys.executable, '-c', text]
                        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
                        assert done.returncode == 0, done.stderr + done.stdout
                        print(zipfile.ZipFile(folder + '/' + name).testzip())
                    """, text, Path.of(System.getProperty("java.home"), "bin", "java"), identifier + ".zip");
            assertThat(told).as(id).isEqualTo("None");
        }
        String query = Objects.requireNonNull(page.locator("[id^=order-adql]").textContent());
        assertThat(query)
                .isEqualTo("SELECT array_e, array_ze, \"time\"\nFROM \"kascade-demo\".events\nWHERE array_ze < 12");
    }
}
