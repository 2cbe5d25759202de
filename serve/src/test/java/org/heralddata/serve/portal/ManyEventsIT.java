package org.heralddata.serve.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Common events that are said to be so many that samples are looked at first. */
class ManyEventsIT extends PortalBrowser {
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

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
            assertThat(page.locator("#time .panel")).hasClass(java.util.regex.Pattern.compile(".*is-sampled.*"));
            assertThat(page.locator("#time .bars.is-passing")).isAttached();
            route.resume();
        });
        visit("/events?collections=shower-toy,gamma-toy");
        assertThat(looked).isHidden();
        assertThat(page.locator("#time .panel")).not().hasClass(java.util.regex.Pattern.compile(".*is-sampled.*"));
        assertThat(asked.stream().filter(url -> url.contains("/cubes")).findFirst())
                .hasValueSatisfying(url -> assertThat(url).contains("sampled=true"));
        assertThat(asked).as("the cubes show the sky, too").noneMatch(url -> url.contains("/events/sky"));
        assertThat(complaints).isEmpty();
    }
}
