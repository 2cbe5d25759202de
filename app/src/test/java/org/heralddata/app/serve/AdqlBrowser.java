package org.heralddata.app.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.heralddata.app.console.Console;
import org.heralddata.serve.portal.BrowserTest;
import org.heralddata.simulate.SimulationKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The page for queries in a real browser, over real tables, for all tests of a class. */
abstract class AdqlBrowser extends BrowserTest {
    static final String SHOWERS = "\"kascade-demo\".events";

    ServedHome served;

    @BeforeAll
    void make(@TempDir Path folder) throws IOException {
        served = ServedHome.open(folder.resolve("home"));
        var demo = new DemoCollections(served.home(), Console.system());
        for (SimulationKind kind : SimulationKind.values()) {
            demo.make(kind, 2_000);
        }
        base = "http://localhost:" + served.port();
    }

    @AfterAll
    void end() {
        if (served != null) {
            served.close();
        }
    }

    static String address(String query) {
        return "/adql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    @Override
    protected void visit(String path) {
        page.navigate(base + path);
        assertThat(editor()).isVisible();
    }

    final void write(String query) {
        editor().click();
        page.keyboard().insertText(query);
    }

    final Locator editor() {
        return page.locator(".cm-content");
    }

    final Locator told() {
        return page.locator("#answer-told");
    }

    static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);
    }

    final void rows(String count) {
        assertThat(told()).containsText(count + " row", patiently());
        assertThat(page.locator(".answer.is-loading")).hasCount(0);
    }
}
