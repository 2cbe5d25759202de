package org.heralddata.serve.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A browser that visits a server: for each test a visitor of their own, whose complaints are heard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BrowserTest {
    private Chromium chromium;
    protected String base = "";
    protected BrowserContext context;
    protected Page page;

    /** What the console and the scripts of the page had to say. */
    protected final List<String> complaints = new ArrayList<>();

    @BeforeAll
    void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        open(new Browser.NewContextOptions());
    }

    /** Another visitor in the place of the one before. */
    protected final void open(Browser.NewContextOptions options) {
        if (context != null) {
            context.close();
        }
        context = chromium.browser.newContext(options);
        page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.setViewportSize(1280, 900);
        complaints.clear();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error")) {
                complaints.add(m.text());
            }
        });
        page.onPageError(complaints::add);
    }

    @AfterEach
    void close() {
        context.close();
    }

    protected void visit(String path) {
        page.navigate(base + path);
        settle();
    }

    /** Until every figure shows what was asked for; a change asks after a tenth of a second. */
    protected void settle() {
        page.waitForLoadState(); // before its scripts have run, a page hears nobody
        page.waitForTimeout(150);
        assertThat(page.locator("html[data-asking], .is-loading"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(15_000));
    }

    /** The page as it is, light and wide, then dark and narrow, is for everybody and fits. */
    protected void assertForEverybody(String what) {
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setReducedMotion(ReducedMotion.REDUCE) // else colours are judged while they change
                    .setColorScheme(width == 1280 ? ColorScheme.LIGHT : ColorScheme.DARK));
            settle();
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as("%s at %d px", what, width)
                    .extracting(v -> v.getId()
                            + v.getNodes().stream()
                                    .map(n -> n.getHtml() + n.getFailureSummary())
                                    .toList())
                    .isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s at %d px", what, width)
                    .isEqualTo(width);
        }
        page.setViewportSize(1280, 900);
    }
}
