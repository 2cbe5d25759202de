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
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import org.heralddata.app.console.Console;
import org.heralddata.serve.portal.BrowserTest;
import org.heralddata.simulate.SimulationKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders of several parts, and requests that are shared, in a real browser. */
class RequestPartsIT extends BrowserTest {
    private static final String ORDER = "/requests/new?collection=kascade-demo&table=events&where=array_ze+%3C+12+deg";

    private ServedHome served;

    @BeforeAll
    void make(@TempDir Path folder) throws IOException {
        served = ServedHome.open(folder.resolve("home"));
        var demo = new DemoCollections(served.home(), Console.system());
        demo.make(SimulationKind.KASCADE_DEMO, 2_000);
        demo.make(SimulationKind.NEUTRINO_DEMO, 500);
        base = "http://localhost:" + served.port();
    }

    @AfterAll
    void end() {
        if (served != null) {
            served.close();
        }
    }

    private Locator parts() {
        return page.locator(".order-part");
    }

    private Locator part(int number) {
        return parts().nth(number);
    }

    private void add(String what) {
        page.locator("select[name=add]").selectOption(what);
        page.locator("[data-add]").click();
    }

    private long rows() {
        String told = Objects.requireNonNull(page.locator(".cost dd").first().textContent());
        return Long.parseLong(told.replaceAll("\\D", ""));
    }

    private void submit(String name) {
        page.locator("input[name=title]").fill(name);
        page.locator(".order-buttons .button").first().click();
        assertThat(page.locator("h1")).hasText(name);
    }

    private void finished(String card) {
        assertThat(page.locator(card))
                .hasAttribute(
                        "data-state", "Finished", new LocatorAssertions.HasAttributeOptions().setTimeout(120_000));
    }

    @Test
    void partsAreAddedChangedAndRemovedWithOneEstimateForAll() throws Exception {
        visit(ORDER);
        long showers = rows();
        add("neutrino-demo/events");
        assertThat(parts()).hasCount(2);
        assertThat(part(1)).containsText("500 rows");
        assertThat(page.locator(".cost dd").first()).hasText(Pattern.compile("^\\D*" + (showers + 500) + "$"));
        part(1).locator("input[name=p1-where]").fill("nhit > 50");
        part(1).locator("input[name=p1-columns]").fill("nhit, ra");
        page.keyboard().press("Tab");
        assertThat(part(1)).containsText("nhit > 50");
        assertThat(part(1)).containsText("columns nhit, ra");
        long narrowed = rows();
        assertThat(narrowed).isBetween(showers, showers + 499);
        add("events");
        assertThat(parts()).hasCount(3);
        assertThat(part(2)).containsText("kascade-demo r1, neutrino-demo r1");
        part(2).locator("input[type=checkbox]").first().check();
        assertThat(part(2).locator(".request-parts")).containsText(Pattern.compile("of \\S+ r1\\s"));
        assertThat(rows()).isGreaterThan(narrowed);
        page.reload();
        assertThat(parts()).hasCount(3);
        part(0).getByText("Remove").click();
        assertThat(parts()).hasCount(2);
        assertThat(part(0)).containsText("nhit > 50");
        submit("Two parts");
        assertThat(page.locator("[data-request]")).containsText("Common events");
        finished("[data-request]");
        String identifier =
                Objects.requireNonNull(page.locator("[data-request]").getAttribute("data-identifier"));
        page.getByText("Use as template").click();
        assertThat(parts()).hasCount(2);
        assertThat(page.locator(".cost")).containsText(identifier);
        assertThat(complaints).isEmpty();
    }

    @Test
    void aPartThatIsWrongIsOpenAndSaysWhy() {
        visit("/requests/new?p0-collection=kascade-demo&p0-table=events&p0-where=array_ee+%3E+9&e0-where=");
        assertThat(page.locator(".order-cost .problem")).containsText("array_e");
        assertThat(part(0).locator("details")).hasAttribute("open", "");
        assertThat(page.locator(".order-buttons .button").first()).isDisabled();
        assertForEverybody("an order of parts that is refused");
        part(0).locator("input[name=p0-where]").fill("array_e > 15");
        page.keyboard().press("Tab");
        assertThat(page.locator(".order-buttons .button").first()).isEnabled();
        part(0).getByText("Remove").click();
        assertThat(parts()).hasCount(1);
        part(0).getByText("Remove").click();
        assertThat(page.locator(".order-parts")).containsText("Nothing is selected yet");
        assertThat(page.locator(".order-cost .problem")).containsText("no selection");
    }

    @Test
    void isComposedWithoutScriptsToo() {
        open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(base + ORDER);
        add("events");
        assertThat(parts()).hasCount(2);
        add("neutrino-demo/events");
        assertThat(parts()).hasCount(3);
        part(0).getByText("Remove").click();
        assertThat(parts()).hasCount(2);
        assertThat(page).hasURL(Pattern.compile("p0-table=events"));
        page.locator("input[name=title]").fill("By hand");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("By hand");
    }

    @Test
    void whatIsSharedHasAPageForReading() throws Exception {
        visit(ORDER);
        add("events");
        assertThat(parts()).hasCount(2);
        assertForEverybody("an order of two parts");
        submit("For all of us");
        String id = Objects.requireNonNull(page.locator("[data-request]").getAttribute("data-request"));
        page.getByText("Make an address for reading").click();
        String address = Objects.requireNonNull(page.locator("#reading").textContent());
        assertForEverybody("a request that is shared");
        open(new Browser.NewContextOptions()); // somebody else
        page.navigate(address);
        assertThat(page.locator("h1")).hasText("For all of us");
        finished("[data-shared]");
        assertThat(page.locator(".request-parts")).containsText("array_ze < 12 deg");
        assertThat(page.locator(".request-parts")).containsText("Common events");
        assertThat(page.locator(".cite-text").first()).isVisible();
        assertThat(page.content()).doesNotContain(id);
        assertThat(page.getByText("Delete")).hasCount(0);
        assertForEverybody("a page that was shared");
        Locator archive = page.locator(".request-files tbody a").first();
        Path zip = served.download(
                Objects.requireNonNull(archive.getAttribute("href")), Files.createTempFile("package", ".zip"));
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(zip)));
        assertThat(page.locator(".request-files .hash").first()).hasText(digest);
        page.getByText("Use as template").click();
        assertThat(parts()).hasCount(2);
        visit("/requests/" + id);
        page.getByText("Take the address back").click();
        assertThat(page.getByText("Make an address for reading")).isVisible();
        assertThat(Objects.requireNonNull(page.navigate(address)).status()).isEqualTo(404);
        assertThat(page.locator("h1")).containsText("nothing is shared");
    }

    @Test
    void aSharedRequestIsFollowedToItsEnd() throws Exception {
        visit(ORDER);
        submit("Followed");
        String id = Objects.requireNonNull(page.locator("[data-request]").getAttribute("data-request"));
        String token = served.requests().life().share(served.requests().find(id));
        finished("[data-request]");
        change("update uws_job set phase = 'HELD', progress = null where id = '" + id + "'");
        visit("/requests/shared/" + token);
        assertThat(page.locator("[data-shared]")).hasAttribute("data-state", "Scheduled");
        change("update uws_job set phase = 'COMPLETED', progress = 1 where id = '" + id + "'");
        assertThat(page.locator("[data-shared]"))
                .hasAttribute(
                        "data-state", "Finished", new LocatorAssertions.HasAttributeOptions().setTimeout(120_000));
        assertThat(page.locator("a.button", new Page.LocatorOptions().setHasText("Download")))
                .isVisible();
    }

    private void change(String sql) throws Exception {
        try (var connection = served.home().database().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
