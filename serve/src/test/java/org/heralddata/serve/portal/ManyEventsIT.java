package org.heralddata.serve.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Common events that are said to be so many that samples are looked at first. */
class ManyEventsIT extends PortalBrowser {
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        asked.clear();
    }

    @Test
    void samplesAreShownFirstMarkedAndReplacedByExactCounts() {
        page.route("**/events?*", route -> {
            var answer = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBody(answer.text().replaceFirst("\"rows\":\\d+,\"columns\"", "\"rows\":8000000,\"columns\"")));
        });
        page.onRequest(request -> {
            if (request.url().contains("/api/v1/events/")) {
                asked.add(request.url());
            }
        });
        Locator looked = page.locator("#looked");
        // exact counts are held back until the sample was seen
        page.route(url -> url.contains("/events/cubes") && !url.contains("sampled=true"), route -> {
            assertThat(looked).containsText("first look at samples of large tables");
            assertThat(page.locator("#time .panel")).hasClass(Pattern.compile(".*is-sampled.*"));
            assertThat(page.locator("#time .bars.is-passing")).isAttached();
            route.resume();
        });
        visit("/events?collections=shower-toy,gamma-toy");
        assertThat(looked).isHidden();
        assertThat(page.locator("#time .panel")).not().hasClass(Pattern.compile(".*is-sampled.*"));
        assertThat(asked.stream().filter(url -> url.contains("/cubes")).findFirst())
                .hasValueSatisfying(url -> assertThat(url).contains("sampled=true"));
        assertThat(asked).as("the cubes show the sky, too").noneMatch(url -> url.contains("/events/sky"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void aHandThatIsQuickerThanTheCubesIsFollowedWhenTheyCome() {
        // at rest no cubes come: those of the drag are the first
        var held = new AtomicBoolean(true);
        page.route("**/events/cubes?*", route -> {
            if (held.get()) {
                route.abort();
            } else {
                route.resume();
            }
        });
        visit("/events?collections=shower-toy,gamma-toy");
        held.set(false);
        Locator slider = page.locator("#time .slider");
        slider.scrollIntoViewIfNeeded();
        BoundingBox plot = box(slider);
        String before = Objects.requireNonNull(page.locator(".tally-count").textContent());
        page.onRequest(request -> asked.add(request.url()));
        page.mouse().move(plot.x + plot.width * 0.2, plot.y + 40);
        page.mouse().down();
        page.mouse().move(plot.x + plot.width * 0.4, plot.y + 42);
        page.mouse().move(plot.x + plot.width * 0.5, plot.y + 40);
        // the hand holds still, and is not let go
        assertThat(page.locator(".tally-count")).not().hasText(before);
        assertThat(asked)
                .as("its cubes, and nothing else")
                .singleElement(STRING)
                .contains("/events/cubes");
        page.mouse().up();
        settle();
        assertThat(page.locator("#where")).hasValue(Pattern.compile("time between .*"));
    }
}
