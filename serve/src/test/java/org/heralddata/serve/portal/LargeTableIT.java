package org.heralddata.serve.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table that is said to be so large that a sample is looked at first. */
class LargeTableIT extends PortalBrowser {
    /** Requests for cubes, in order. */
    private final Queue<String> cubes = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void saySo() {
        cubes.clear();
        page.route("**" + SHOP + "*", route -> {
            var answer = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBody(answer.text().replace("\"rows\":8000,", "\"rows\":8000000,")));
        });
        page.onRequest(request -> {
            if (request.url().contains("/cubes")) {
                cubes.add(request.url());
            }
        });
    }

    private Locator looked() {
        return page.locator("#looked");
    }

    @Test
    void aSampleIsShownFirstAndReplacedByExactCounts() {
        // exact counts are held back until the sample was seen
        page.route(url -> url.contains("/cubes") && !url.contains("sampled=true"), route -> {
            assertThat(looked()).containsText("first look at a sample: 1\u2009000 of 8\u2009000 events");
            assertThat(page.locator("[data-count]")).containsText("≈");
            route.resume();
        });
        visit(SHOP + "?show=ze,array_e");
        assertThat(looked()).isHidden();
        assertThat(count()).hasText("8\u2009000");
        assertThat(cubes.peek()).contains("sampled=true");
        assertThat(complaints).isEmpty();
    }

    @Test
    void samplesOfTheOtherViewsAreFetchedAheadSoThatASwitchAsksNothing() {
        visit(SHOP + "?show=ze,array_e");
        page.waitForCondition(() -> cubes.stream()
                .anyMatch(url -> url.contains("sampled=true") && url.contains("active=%7B%22column%22%3A%22array_e")));
        quiet();
        Locator slider = page.locator(".cut[data-column=array_e] .slider");
        BoundingBox plot = box(slider);
        Locator bars = page.locator(".cut[data-column=ze] .bars.is-passing");
        String before = Objects.requireNonNull(bars.getAttribute("d"));
        // whatever is asked from now on does not come
        page.route(url -> url.contains("/api/"), Route::abort);
        page.mouse().move(plot.x + plot.width * 0.3, plot.y + 40);
        page.mouse().down();
        for (int i = 1; i <= 10; i++) {
            page.mouse().move(plot.x + plot.width * (0.3 + 0.02 * i), plot.y + 40);
        }
        assertThat(bars).not().hasAttribute("d", before);
        assertThat(looked()).containsText("first look at a sample");
        page.mouse().up();
    }
}
