package org.heralddata.serve.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Linked views of the data shop: brushes that ask no server. */
class LinkedViewsIT extends PortalBrowser {
    private Locator panel(String column) {
        return page.locator(".cut[data-column=" + column + "]");
    }

    /** Until the cubes for a brush of this panel are there. */
    private void prepare(String column) {
        page.waitForResponse(
                response -> response.url().contains("/cubes") && response.ok(),
                () -> panel(column).locator(".plot-stage").hover());
        quiet();
    }

    @Test
    void aDragAsksTheServerNothingAndEndsExact() {
        visit(SHOP + "?show=ze,array_e,pressure");
        prepare("ze");
        BoundingBox plot = box(panel("ze").locator(".slider"));
        page.mouse().move(plot.x + plot.width * 0.2, plot.y + 40);
        quiet();
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        page.mouse().down();
        String bars = bars("array_e");
        for (int i = 1; i <= 30; i++) {
            page.mouse().move(plot.x + plot.width * (0.2 + 0.012 * i), plot.y + 40 + i % 3);
        }
        assertThat(passing("array_e")).not().hasAttribute("d", bars);
        quiet();
        assertThat(asked).as("requests during the drag").isEmpty();
        String moving = shown();
        page.mouse().up();
        settle();
        assertThat(asked).as("requests after it").isNotEmpty();
        assertThat(page.locator("#where")).hasValue(Pattern.compile("ze between [\\d.]+ and [\\d.]+"));
        assertThat(shown())
                .as("what the brush counted is what the server counts")
                .isEqualTo(moving);
        assertThat(complaints).isEmpty();
    }

    @Test
    void aHandThatIsQuickerThanTheCubesIsFollowedWhenTheyCome() {
        visit(SHOP + "?show=time,array_e");
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        BoundingBox plot = box(panel("time").locator(".slider"));
        String bars = bars("array_e");
        page.mouse().move(plot.x + plot.width * 0.2, plot.y + 40);
        page.mouse().down();
        page.mouse().move(plot.x + plot.width * 0.4, plot.y + 42);
        page.mouse().move(plot.x + plot.width * 0.5, plot.y + 40);
        // the hand holds still, and is not let go
        assertThat(passing("array_e")).not().hasAttribute("d", bars);
        assertThat(asked)
                .as("its cubes, and nothing else")
                .singleElement(STRING)
                .contains("/cubes");
        page.mouse().up();
        settle();
        assertThat(complaints).isEmpty();
    }

    @Test
    void whereCubesCannotBeHadTheServerIsAskedAsTheHandGoes() {
        page.route(url -> url.contains("/cubes"), route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        visit(SHOP + "?show=ze,array_e");
        BoundingBox plot = box(panel("ze").locator(".slider"));
        String bars = bars("array_e");
        page.mouse().move(plot.x + plot.width * 0.2, plot.y + 40);
        page.mouse().down();
        page.mouse().move(plot.x + plot.width * 0.5, plot.y + 42);
        assertThat(passing("array_e")).not().hasAttribute("d", bars);
        page.mouse().up();
    }

    private Locator passing(String column) {
        return panel(column).locator(".bars.is-passing");
    }

    private String bars(String column) {
        return Objects.requireNonNull(passing(column).getAttribute("d"));
    }

    @Test
    void arrowsWithShiftMoveTheWholeRange() {
        visit(SHOP + "?show=ze&where=ze between 20 and 30");
        page.locator(".cut[data-column=ze] .slider-handle.is-low").focus();
        page.keyboard().press("Shift+ArrowRight");
        assertThat(page.locator("#where")).hasValue("ze between 21 and 31");
        page.keyboard().press("Shift+ArrowLeft");
        page.keyboard().press("Shift+ArrowLeft");
        assertThat(page.locator("#where")).hasValue("ze between 19 and 29");
    }

    @Test
    void draggingWithinARangeMovesIt() {
        visit(SHOP + "?show=ze&where=ze between 20 and 30");
        prepare("ze");
        BoundingBox plot = box(panel("ze").locator(".slider"));
        page.mouse().move(plot.x + plot.width * 25 / 60, plot.y + 40);
        page.mouse().down();
        page.mouse().move(plot.x + plot.width * 30 / 60, plot.y + 42);
        page.mouse().move(plot.x + plot.width * 35 / 60, plot.y + 40);
        page.mouse().up();
        assertThat(page.locator("#where"))
                .hasValue(Pattern.compile("ze between (29\\.[89]|30).* and (39\\.[89]|40).*"));
    }

    @Test
    void undoAndRedoWalkBothWays() {
        visit(SHOP);
        for (String where : List.of("ze < 20", "ze < 10")) {
            page.locator("#where").fill(where);
            page.locator("#where").press("Enter");
            settle();
        }
        page.locator("#undo").click();
        assertThat(page.locator("#where")).hasValue("ze < 20");
        page.locator("h1").click();
        page.keyboard().press("Control+z");
        assertThat(page.locator("#where")).hasValue("");
        assertThat(page.locator("#undo")).isDisabled();
        page.keyboard().press("Control+Shift+z");
        page.keyboard().press("Control+y");
        assertThat(page.locator("#where")).hasValue("ze < 10");
        assertThat(page.locator("#redo")).isDisabled();
        settle();
        assertThat(complaints).isEmpty();
    }

    @Test
    void viewsAreSavedByNameInTheBrowserAndTheAddress() {
        visit(SHOP + "?show=ze,pressure&where=ze < 20");
        page.locator("#saved > summary").click();
        page.locator("#saved input").fill("steep");
        page.locator("#saved input").press("Enter");
        assertThat(page).hasURL(Pattern.compile("view=steep"));
        visit(SHOP);
        page.locator("#saved > summary").click();
        page.locator("#saved .link").click();
        assertThat(page.locator("#where")).hasValue("ze < 20");
        assertThat(panel("pressure")).isVisible();
        assertThat(page.locator("#saved [aria-current]")).hasText("steep");
        page.locator("#saved .is-remove").click();
        assertThat(page.locator("#saved .saved-list")).isHidden();
    }

    @Test
    void binsAreChosenAndStatisticsTold() {
        visit(SHOP + "?show=ze");
        String bars = bars("ze");
        assertThat(panel("ze").locator(".figure-stats")).containsText("8\u2009000 selected");
        panel("ze").getByLabel("fewer bins of ze").click();
        assertThat(passing("ze")).not().hasAttribute("d", bars);
        assertThat(bars("ze").chars().filter(c -> c == 'M').count())
                .isLessThan(bars.chars().filter(c -> c == 'M').count());
    }
}
