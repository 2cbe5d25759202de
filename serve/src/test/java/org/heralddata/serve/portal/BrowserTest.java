package org.heralddata.serve.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A browser that visits a server: for each test a visitor of their own, whose complaints are heard.
 *
 * <p>Nothing may depend on how quick the machine is. What a page will show is waited for ({@code assertThat} of Playwright asks again until
 * it holds); before something is read once, {@link #settle}, {@link #quiet} or {@link #drawn} say that nothing is under way.
 * {@code -Dherald.slow=600,4} has every answer take 600 ms longer and the browser compute four times as slowly: the tests hold then, too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BrowserTest {
    /** For what comes within a moment, unless the machine has much else to do. */
    private static final double PATIENCE_MS = 60_000;

    /** Longer than what pages wait by their clocks before they ask, from the last event on. */
    private static final int PAUSES_MS = 200;

    private @Nullable Chromium chromium;

    @RegisterExtension
    final BeforeAllCallback start = test -> chromium = Chromium.of(test);

    protected String base = "";
    protected BrowserContext context;
    protected Page page;

    /** What the console and the scripts of the page had to say. */
    protected final List<String> complaints = new ArrayList<>();

    private final Set<Request> underWay = new HashSet<>();
    private int begun;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
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
        context = Objects.requireNonNull(chromium).browser.newContext(options);
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.setViewportSize(1280, 900);
        slowDown();
        complaints.clear();
        underWay.clear();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error")) {
                complaints.add(m.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.resourceType().equals("eventsource")) {
                underWay.add(request);
                begun++;
            }
        });
        page.onRequestFinished(underWay::remove);
        page.onRequestFailed(underWay::remove);
    }

    private void slowDown() {
        String[] how = System.getProperty("herald.slow", "").split(",", -1);
        if (how.length == 2) {
            var line = context.newCDPSession(page);
            var network = new JsonObject();
            network.addProperty("offline", false);
            network.addProperty("latency", Integer.parseInt(how[0]));
            network.addProperty("downloadThroughput", -1);
            network.addProperty("uploadThroughput", -1);
            line.send("Network.emulateNetworkConditions", network);
            var processor = new JsonObject();
            processor.addProperty("rate", Integer.parseInt(how[1]));
            line.send("Emulation.setCPUThrottlingRate", processor);
        }
    }

    @AfterEach
    void close() {
        context.close();
    }

    protected void visit(String path) {
        page.navigate(base + path);
        settle();
    }

    /** Until every figure shows what was asked for. Of a page that is on its way here, say first that it is there. */
    protected void settle() {
        page.waitForLoadState(); // before its scripts have run, a page hears nobody
        waitInPage(PAUSES_MS);
        assertThat(page.locator("html[data-asking], .is-loading")).hasCount(0);
    }

    /** Until nothing is under way between page and server, also nothing that is fetched ahead. */
    protected void quiet() {
        int before;
        do {
            before = begun;
            waitInPage(2 * PAUSES_MS);
            page.waitForCondition(underWay::isEmpty);
        } while (before != begun);
        settle();
    }

    /** Until what has happened on the page is drawn. */
    protected void drawn() {
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /** By the clocks of the page: what was set to a time before that has been done, however slow the page is. */
    private void waitInPage(int milliseconds) {
        for (int leaves = 0; ; leaves++) {
            try {
                page.evaluate("(ms) => new Promise((done) => setTimeout(done, ms))", milliseconds);
                return;
            } catch (PlaywrightException left) {
                if (leaves == 5 || !String.valueOf(left.getMessage()).contains("context was destroyed")) {
                    throw left;
                }
                page.waitForLoadState();
            }
        }
    }

    /** The page as it is, light and wide, then dark and narrow, is for everybody and fits. */
    protected void assertForEverybody(String what) {
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setReducedMotion(ReducedMotion.REDUCE) // else colours are judged while they change
                    .setColorScheme(width == 1280 ? ColorScheme.LIGHT : ColorScheme.DARK));
            settle();
            assertAccessible("%s at %d px".formatted(what, width));
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s at %d px", what, width)
                    .isEqualTo(width);
        }
        page.setViewportSize(1280, 900);
    }

    /** The page as it is has no violation of the rules of accessibility. */
    protected void assertAccessible(String what) {
        // pages have no frames, for which the usual mode opens a page more
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .as(what)
                .extracting(v -> v.getId()
                        + v.getNodes().stream()
                                .map(n -> n.getHtml() + n.getFailureSummary())
                                .toList())
                .isEmpty();
    }
}
