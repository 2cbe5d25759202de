package org.heralddata.serve.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Brushes in two dimensions: a polygon on the sky, a rectangle over a pair. */
class BrushesIT extends PortalBrowser {
    private Locator where() {
        return page.locator("#where");
    }

    private Locator rectangle() {
        return page.locator(".pair-brush");
    }

    private void prepare(Locator over) {
        page.waitForResponse(response -> response.url().contains("/cubes") && response.ok(), over::hover);
        quiet();
    }

    /** Around the middle of a box, in so many steps. */
    private void drawAround(BoundingBox box, double share) {
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;
        page.mouse().move(x + share * box.width, y);
        page.mouse().down();
        for (int i = 1; i <= 24; i++) {
            double turn = 2 * Math.PI * i / 25;
            page.mouse().move(x + share * box.width * Math.cos(turn), y - share * box.width * Math.sin(turn));
        }
    }

    @Test
    void aLassoDrawsAPolygonWhoseEventsAreCounted() {
        visit(SHOP + "?show=ze");
        page.getByLabel("dragging draws a polygon").click();
        BoundingBox map = box(page.locator(".sky-stage canvas"));
        drawAround(map, 0.12);
        page.mouse().up();
        settle();
        assertThat(where()).hasValue(Pattern.compile("polygon\\(ra, dec(, -?[\\d.]+){6,80}\\)"));
        assertThat(page.locator(".sky .corners")).hasValue(Pattern.compile("([\\d.]+ -?[\\d.]+(, )?){3,40}"));
        assertThat(page.locator("#copy-adql"))
                .containsText(Pattern.compile("CONTAINS\\(POINT\\(ra, dec\\), POLYGON\\([-\\d., ]+\\)\\)"));
        assertThat(page.locator("#copy-curl")).containsText("polygon");
        long inside = Long.parseLong(shown());
        assertThat(inside).isBetween(1L, 7999L);
        page.getByText("Clear", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(where()).hasValue("");
        assertThat(complaints).isEmpty();
    }

    @Test
    void aPolygonIsWrittenByKeyboardAndAWrongOneIsRefused() {
        visit(SHOP + "?show=ze");
        page.getByLabel("Shape on the sky").selectOption("polygon");
        Locator corners = page.locator(".sky .corners");
        corners.fill("60 10, 110 10");
        corners.press("Enter");
        assertThat(corners).hasAttribute("aria-invalid", "true");
        corners.fill("60 10, 110 10, 85 50");
        corners.press("Enter");
        assertThat(where()).hasValue("polygon(ra, dec, 60, 10, 110, 10, 85, 50)");
        settle();
        assertThat(complaints).isEmpty();
    }

    @Test
    void aDragOverThePairCutsBothColumnsWithoutTheServerAndExactly() {
        visit(SHOP + "?show=pressure&pair=ze,array_e");
        rectangle().scrollIntoViewIfNeeded();
        prepare(rectangle());
        BoundingBox plot = box(rectangle());
        page.mouse().move(plot.x + plot.width * 0.2, plot.y + plot.height * 0.8);
        quiet();
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        page.mouse().down();
        String bars = Objects.requireNonNull(
                page.locator(".cut[data-column=pressure] .bars.is-passing").getAttribute("d"));
        for (int i = 1; i <= 20; i++) {
            page.mouse().move(plot.x + plot.width * (0.2 + 0.02 * i), plot.y + plot.height * (0.8 - 0.02 * i));
        }
        assertThat(page.locator(".cut[data-column=pressure] .bars.is-passing"))
                .not()
                .hasAttribute("d", bars);
        quiet();
        assertThat(asked).as("requests during the drag").isEmpty();
        String moving = shown();
        page.mouse().up();
        settle();
        assertThat(where())
                .hasValue(
                        Pattern.compile("ze >= [\\d.]+ and ze < [\\d.]+ and array_e >= [\\d.]+ and array_e < [\\d.]+"));
        assertThat(shown())
                .as("what the rectangle counted is what the server counts")
                .isEqualTo(moving);
        assertThat(complaints).isEmpty();
    }

    @Test
    void theRectangleObeysTheKeyboard() {
        visit(SHOP + "?show=pressure&pair=ze,array_e");
        rectangle().focus();
        quiet();
        page.keyboard().press("Enter");
        assertThat(page.locator(".pair-frame")).isVisible();
        String first = where().inputValue();
        assertThat(first).matches("ze >= .* and ze < .* and array_e >= .* and array_e < .*");
        page.keyboard().press("ArrowRight");
        String moved = where().inputValue();
        assertThat(moved).isNotEqualTo(first);
        assertThat(moved.substring(moved.indexOf("array_e"))).isEqualTo(first.substring(first.indexOf("array_e")));
        page.keyboard().press("Shift+ArrowUp");
        assertThat(where().inputValue()).startsWith(moved.substring(0, moved.indexOf(" and ")));
        page.keyboard().press("Escape");
        assertThat(where()).hasValue("");
        assertThat(page.locator(".pair-frame")).isHidden();
        settle();
        assertThat(complaints).isEmpty();
    }
}
