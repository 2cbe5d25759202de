package org.heralddata.serve.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The sky of the data shop in a real browser. */
class ShopSkyIT extends PortalBrowser {
    private Locator sky() {
        return page.locator(".sky");
    }

    private void press(String button) {
        sky().locator("button", new Locator.LocatorOptions().setHasText(button))
                .first()
                .click();
        settle();
    }

    @Test
    void draggingOnTheSkyDrawsACone() {
        visit(SHOP);
        BoundingBox sky = box(page.locator(".sky canvas"));
        double x = sky.x + sky.width / 2;
        double y = sky.y + sky.height * 0.3;
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x + 20, y + 5);
        page.mouse().move(x + 40, y + 10);
        page.mouse().up();
        assertThat(page.locator("#where"))
                .hasValue(Pattern.compile("cone\\(ra, dec, 1[78]\\d(\\.\\d+)?, [\\d.]+, [\\d.]+ deg\\)"));
        assertThat(count()).not().hasText("8\u2009000");
        page.locator(".cone button", new Page.LocatorOptions().setHasText("Clear"))
                .click();
        assertThat(page.locator("#where")).hasValue("");
    }

    @Test
    void skyZoomsByButtonsKeysAndWheel() {
        visit(SHOP);
        assertThat(sky().locator("h3")).containsText("Mollweide");
        assertThat(sky().locator(".figure-note").last()).containsText("8\u2009000 events");
        page.waitForRequest(
                r -> r.url().contains("/sky?where=cone%28ra%2C+dec") && r.url().contains("order=5"),
                () -> sky().locator("button[aria-label='Zoom in']").click());
        assertThat(sky().locator("h3")).containsText("Lambert");
        settle();
        assertThat(sky().locator(".figure-note").last()).containsText("a field of");
        press("Whole sky");
        assertThat(sky().locator("h3")).containsText("Mollweide");
        assertThat(sky().locator("button[aria-label='Zoom out']")).isDisabled();
        sky().locator(".sky-stage").focus();
        page.keyboard().press("+");
        page.keyboard().press("+");
        page.keyboard().press("ArrowLeft");
        settle();
        assertThat(sky().locator(".figure-note").last()).containsText("a field of");
        page.keyboard().press("0");
        assertThat(sky().locator("h3")).containsText("Mollweide");
        page.locator("#where").focus();
        BoundingBox map = box(page.locator(".sky canvas"));
        page.mouse().move(map.x + map.width * 0.6, map.y + map.height * 0.4);
        page.mouse().wheel(0, -300);
        atRest();
        assertThat(sky().locator("h3")).containsText("Mollweide");
        map = box(page.locator(".sky canvas"));
        page.mouse().move(map.x + map.width * 0.6, map.y + map.height * 0.4);
        String under = sky().locator(".sky-pointer").textContent();
        page.keyboard().down("Control");
        page.mouse().wheel(0, -300);
        page.mouse().wheel(0, -300);
        page.keyboard().up("Control");
        assertThat(sky().locator("h3")).containsText("Lambert");
        settle();
        page.mouse().move(map.x + map.width * 0.6 + 0.2, map.y + map.height * 0.4);
        assertThat(direction(sky().locator(".sky-pointer").textContent()))
                .as("the sky under the pointer stays")
                .isCloseTo(direction(under), offset(1.0));
        assertThat(complaints).isEmpty();
    }

    /** Until the wheel was heard of and the page scrolls no more. */
    private void atRest() {
        page.waitForFunction("""
                () => new Promise((done) => {
                  let at = scrollY;
                  let still = 0;
                  const look = () => {
                    still = scrollY === at ? still + 1 : 0;
                    at = scrollY;
                    if (still > 20) done(true);
                    else requestAnimationFrame(look);
                  };
                  look();
                })""");
    }

    /** Right ascension and declination told, as one number. */
    private static double direction(String told) {
        Matcher numbers = Pattern.compile("RA ([\\d.]+)°, Dec (-?[\\d.]+)°").matcher(told);
        assertThat(numbers.find()).as(told).isTrue();
        return Double.parseDouble(numbers.group(1)) + 1000 * Math.round(Double.parseDouble(numbers.group(2)));
    }

    @Test
    void skyOpensOnDataOfASmallFieldAndConesThereAreFine() {
        visit("/collections/gamma-toy/events");
        assertThat(sky().locator("h3")).containsText("Lambert");
        assertThat(sky().locator(".figure-note").last()).containsText("around RA 8");
        assertThat(sky().locator(".figure-note").last())
                .containsText(shown().replace("2000", "2\u2009000") + " events");
        BoundingBox map = box(page.locator(".sky canvas"));
        double x = map.x + map.width / 2;
        double y = map.y + map.height / 2;
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x + 20, y + 5);
        page.mouse().move(x + 40, y);
        page.mouse().up();
        assertThat(page.locator("#where"))
                .hasValue(Pattern.compile("cone\\(ra, dec, 8[34]\\.\\d{2,}, 2[12]\\.\\d{2,}, [0-2]\\.\\d+ deg\\)"));
        settle();
        press("Whole sky");
        assertThat(sky().locator("h3")).containsText("Mollweide");
        press("Fit");
        assertThat(sky().locator("h3")).containsText("Lambert");
        assertThat(complaints).isEmpty();
    }

    @Test
    void draggingWithMoveOnTurnsTheSky() {
        visit("/collections/gamma-toy/events");
        sky().locator("button[aria-label='dragging moves the map']").click();
        BoundingBox map = box(page.locator(".sky canvas"));
        double x = map.x + map.width / 2;
        double y = map.y + map.height / 2;
        page.mouse().move(x, y);
        String before = sky().locator(".sky-pointer").textContent();
        page.mouse().down();
        page.mouse().move(x + 60, y + 20);
        page.mouse().move(x + 120, y + 40);
        page.mouse().up();
        settle();
        page.mouse().move(x + 120.2, y + 40);
        assertThat(direction(sky().locator(".sky-pointer").textContent())).isCloseTo(direction(before), offset(0.1));
        assertThat(page.locator("#where")).hasValue("");
    }
}
