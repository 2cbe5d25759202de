package org.heralddata.serve.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Time line and sky of the page over all collections. */
class EventViewsIT extends PortalBrowser {
    private static final String EVENTS_PAGE = "/events?collections=shower-toy,gamma-toy";

    private Locator bars() {
        return page.locator("#time .bars.is-passing");
    }

    @Test
    void aBrushInTimeMovesTheSkyAndTheCountWithoutTheServerAndEndsExact() {
        visit(EVENTS_PAGE);
        Locator slider = page.locator("#time .slider");
        BoundingBox plot = box(slider);
        page.mouse().move(plot.x + plot.width * 0.3, plot.y + 40);
        quiet();
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        String sky = (String) page.evaluate("() => document.querySelector('#sky canvas').toDataURL()");
        page.mouse().down();
        for (int i = 1; i <= 20; i++) {
            page.mouse().move(plot.x + plot.width * (0.3 + 0.01 * i), plot.y + 40);
        }
        drawn();
        assertThat((String) page.evaluate("() => document.querySelector('#sky canvas').toDataURL()"))
                .as("the sky follows")
                .isNotEqualTo(sky);
        quiet();
        assertThat(asked).as("requests during the drag").isEmpty();
        String moving = shown();
        page.mouse().up();
        settle();
        assertThat(page.locator("#where")).hasValue(Pattern.compile("time between \\S+ and \\S+"));
        assertThat(shown())
                .as("what the brush counted is what the server counts")
                .isEqualTo(moving);
        assertThat(complaints).isEmpty();
    }

    @Test
    void aConeOnTheSkyMovesTheTimeLine() {
        visit(EVENTS_PAGE);
        String before = Objects.requireNonNull(bars().getAttribute("d"));
        BoundingBox map = box(page.locator("#sky canvas"));
        double x = map.x + map.width * 0.6;
        double y = map.y + map.height * 0.5;
        page.waitForResponse(
                response -> response.url().contains("/events/cubes")
                        && response.url().contains("active=%7B%22sky"),
                () -> page.mouse().move(x, y));
        quiet();
        page.mouse().down();
        for (int i = 1; i <= 10; i++) {
            page.mouse().move(x + 8 * i, y);
        }
        assertThat(bars()).not().hasAttribute("d", before);
        page.mouse().up();
        settle();
        assertThat(page.locator("#where")).hasValue(Pattern.compile("cone\\(ra, dec, .*"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void theTimeLineObeysTheKeyboardAndIsSavedAsAFigure() {
        visit(EVENTS_PAGE);
        page.locator("#time .slider-handle.is-low").focus();
        page.keyboard().press("PageUp");
        assertThat(page.locator("#where")).hasValue(Pattern.compile("time >= \\S+"));
        settle();
        page.locator("#time").getByText("save").click();
        var file = page.waitForDownload(
                () -> page.locator("#time").getByText("CSV").click());
        assertThat(file.suggestedFilename()).endsWith(".csv");
        assertThat(complaints).isEmpty();
    }
}
