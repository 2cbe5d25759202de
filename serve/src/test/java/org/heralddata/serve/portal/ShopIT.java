package org.heralddata.serve.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The data shop in a real browser. */
class ShopIT extends PortalBrowser {
    private Locator slider(String column, String side) {
        return page.locator(".cut[data-column=" + column + "] .slider-handle.is-" + side);
    }

    @Test
    void draggingAHandleCutsAndTheAddressKeepsIt() {
        visit(SHOP);
        assertThat(shown()).isEqualTo("8000");
        BoundingBox handle = box(slider("ze", "high"));
        page.mouse().move(handle.x + handle.width / 2, handle.y + 60);
        page.mouse().down();
        page.mouse().move(handle.x - 80, handle.y + 62);
        page.mouse().move(handle.x - 150, handle.y + 60);
        page.mouse().up();
        assertThat(page.locator("#where")).hasValue(Pattern.compile("ze <= \\d+(\\.\\d+)?"));
        assertThat(count()).not().hasText("8\u2009000");
        settle();
        String left = shown();
        String where = page.locator("#where").inputValue();
        assertThat(page).hasURL(Pattern.compile("where=ze"));
        String address = page.url();
        visit(address.substring(base.length()));
        assertThat(page.locator("#where")).hasValue(where);
        assertThat(shown()).isEqualTo(left);
        assertThat(slider("ze", "high").getAttribute("aria-valuenow")).isEqualTo(where.replaceAll(".*<= ", ""));
        assertThat(complaints).isEmpty();
    }

    @Test
    void draggingOnTheFreePlotDrawsARange() {
        visit(SHOP + "?show=pressure");
        BoundingBox plot = box(page.locator(".cut[data-column=pressure] .slider"));
        page.mouse().move(plot.x + plot.width * 0.3, plot.y + 30);
        page.mouse().down();
        page.mouse().move(plot.x + plot.width * 0.4, plot.y + 34);
        page.mouse().move(plot.x + plot.width * 0.6, plot.y + 30);
        page.mouse().up();
        assertThat(page.locator("#where")).hasValue(Pattern.compile("pressure between [\\d.]+ and [\\d.]+"));
    }

    @Test
    void handlesObeyTheKeyboard() {
        visit(SHOP);
        Locator low = slider("ze", "low");
        low.focus();
        page.keyboard().press("PageUp");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowLeft");
        double there = Double.parseDouble(low.getAttribute("aria-valuenow"));
        assertThat(there).isGreaterThan(0);
        assertThat(page.locator("#where")).hasValue(Pattern.compile("ze >= " + low.getAttribute("aria-valuenow")));
        page.keyboard().press("Home");
        assertThat(page.locator("#where")).hasValue("");
        assertThat(low).hasAttribute("aria-valuetext", "no limit");
        page.keyboard().press("End");
        assertThat(low)
                .hasAttribute(
                        "aria-valuenow",
                        Objects.requireNonNull(slider("ze", "high").getAttribute("aria-valuenow")));
    }

    @Test
    void movedHandleCancelsTheRequestsOfItsFormerPlace() {
        page.addInitScript(
                "const ask = fetch; window.asked = []; window.fetch = (url, ...how) => { asked.push(url); return ask(url, ...how); }");
        visit(SHOP);
        var heard = new ArrayList<String>();
        var cancelled = new ArrayList<String>();
        page.onRequestFailed(r -> {
            if (r.failure().contains("ERR_ABORTED") && !r.url().contains("/cubes")) {
                cancelled.add(r.url());
            }
        });
        slider("ze", "low").focus();
        quiet();
        // A server that never answers. What the other views need for this brush stays the same while it moves.
        page.route(Pattern.compile("/api/"), route -> {
            if (!route.request().url().contains("/cubes")) {
                heard.add(route.request().url());
            }
        });
        List<String> former = askedBy("PageUp");
        page.waitForCondition(() -> heard.size() == former.size());
        assertThat(heard).containsExactlyInAnyOrderElementsOf(former);
        assertThat(former)
                .anyMatch(url -> url.contains("/count?where=ze"))
                .anyMatch(url -> url.contains("/histogram?") && url.contains("where=ze"))
                .anyMatch(url -> url.contains("/sky?where=ze"));
        assertThat(cancelled).isEmpty();
        List<String> later = askedBy("PageUp");
        page.waitForCondition(() -> heard.size() == former.size() + later.size() && cancelled.size() >= former.size());
        assertThat(cancelled).containsExactlyInAnyOrderElementsOf(former);
    }

    /** What a key has the page ask, which is asked all at once. */
    private List<String> askedBy(String key) {
        page.evaluate("() => { asked.length = 0; }");
        page.keyboard().press(key);
        page.waitForFunction("() => asked.some((url) => url.includes('/count?'))");
        return ((List<?>) page.evaluate("() => asked.filter((url) => !url.includes('/cubes'))"))
                .stream().map(path -> base + path).toList();
    }

    @Test
    void fieldsTakeLimitsAndResetTakesThemAway() {
        visit(SHOP);
        Locator cut = page.locator(".cut[data-column=array_e]");
        cut.locator("input[data-side=low]").fill("15.5");
        cut.locator("input[data-side=low]").press("Enter");
        assertThat(page.locator("#where")).hasValue("array_e >= 15.5");
        cut.locator("button", new Locator.LocatorOptions().setHasText("Reset")).click();
        assertThat(page.locator("#where")).hasValue("");
        assertThat(count()).hasText("8\u2009000");
    }

    @Test
    void writtenSelectionMovesTheHandles() {
        visit(SHOP);
        page.locator("#where").fill("ze between 10 deg and 25 and has_grande");
        page.locator("#where").press("Enter");
        assertThat(slider("ze", "low")).hasAttribute("aria-valuenow", "10");
        assertThat(slider("ze", "high")).hasAttribute("aria-valuenow", "25");
        assertThat(page.locator("[data-column=has_grande] input[value=true]")).isChecked();
    }

    @Test
    void whatIsWrittenBeforeTheScriptsRunIsApplied() {
        for (String script : List.of(SHOP + " shop.js ze < 20", "/events events.js cone(ra, dec, 20, 10, 30 deg)")) {
            String[] told = script.split(" ", 3);
            var held = new ArrayList<Route>();
            page.route("**/js/" + told[1], held::add);
            page.navigate(base + told[0], new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.locator("#where").pressSequentially(told[2]);
            page.locator("#where").press("Enter");
            page.waitForCondition(() -> !held.isEmpty());
            held.forEach(Route::resume);
            page.unroute("**/js/" + told[1]);
            assertThat(page.locator("html")).hasClass(Pattern.compile("has-script"));
            assertThat(page.locator("#where")).hasValue(told[2]);
            assertThat(page).hasURL(Pattern.compile("where="));
            settle();
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void backAndForwardWalkThroughSelections() {
        visit(SHOP);
        for (String where : List.of("ze < 20", "ze < 10")) {
            page.locator("#where").fill(where);
            page.locator("#where").press("Enter");
            settle();
        }
        Locator cut = page.locator(".cut[data-column=array_e] input[data-side=low]");
        cut.fill("15");
        cut.press("Enter");
        assertThat(page.locator("#where")).hasValue("ze < 10 and array_e >= 15");
        page.goBack();
        assertThat(page.locator("#where")).hasValue("ze < 10");
        page.goForward();
        assertThat(page.locator("#where")).hasValue("ze < 10 and array_e >= 15");
    }

    @Test
    void mistakesAreShownInPlaceWithHelp() {
        visit(SHOP);
        page.locator("#where").fill("arra_e > 15");
        page.locator("#where").press("Enter");
        assertThat(page.locator("#problem")).containsText("arra_e");
        assertThat(page.locator("#problem .problem-help")).containsText("array_e");
        assertThat(page.locator("#problem .problem-place")).containsText("^");
        page.locator("#where").fill("array_e > 15");
        assertThat(page.locator("#problem")).isHidden();
    }

    @Test
    void anEmptySelectionNamesTheCulpritAndCanBeUndone() {
        visit(SHOP + "?where=ze < 20");
        page.locator("#where").fill("ze < 20 and array_e > 30");
        page.locator("#where").press("Enter");
        assertThat(page.locator("#empty")).containsText("array_e > 30");
        page.locator("#empty button", new Page.LocatorOptions().setHasText("Undo"))
                .click();
        assertThat(page.locator("#where")).hasValue("ze < 20");
        assertThat(page.locator("#empty")).isHidden();
    }

    @Test
    void choicesComeAndGoWithTheFormat() {
        visit(SHOP);
        Locator download = page.locator("[data-download]");
        assertThat(page.locator("[data-choices] select")).hasCount(0);
        page.selectOption("#format", "hdf5");
        assertThat(page.locator("[data-choices] select")).hasCount(2);
        assertThat(download).not().hasAttribute("href", Pattern.compile(".*layout.*"));
        page.locator("#format").focus();
        for (int past = 0; past < 4; past++) { // to download, to order, to compare, the first choice
            page.keyboard().press("Tab");
        }
        assertThat(page.getByLabel("layout")).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(download).hasAttribute("href", Pattern.compile(".*format=hdf5&layout=compound.*"));
        assertThat(page).hasURL(Pattern.compile("format=hdf5&layout=compound"));
        page.reload();
        settle();
        assertThat(page.getByLabel("layout")).hasValue("compound");
        assertThat(download).hasAttribute("href", Pattern.compile(".*layout=compound.*"));
        page.selectOption("#format", "csv");
        assertThat(page.locator("[data-choices] select")).hasCount(0);
        assertThat(download).not().hasAttribute("href", Pattern.compile(".*layout.*"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void downloadIsTheSelectionThatIsShown() throws Exception {
        visit(SHOP + "?where=array_e > 15.5&columns=ze,array_e");
        String rows = shown();
        HttpResponse<String> file =
                fetch(Objects.requireNonNull(page.locator("[data-download]").getAttribute("href")));
        assertThat(file.body().lines().findFirst()).contains("ze,array_e");
        assertThat(file.body().lines().count() - 1).isEqualTo(Long.parseLong(rows));
        assertThat(page.locator("#copy-curl").textContent()).contains("where=array_e", "columns=ze%2Carray_e");
    }

    @Test
    void columnsTickedAreColumnsDownloaded() {
        visit(SHOP);
        page.locator("fieldset", new Page.LocatorOptions().setHasText("grande_nch"))
                .locator("[data-tick=none]")
                .click();
        assertThat(page.locator("[data-download]"))
                .hasAttribute("href", Pattern.compile("columns=(?!.*grande).*array_e"));
        assertThat(page.locator("#rows thead")).not().containsText("grande_nch");
    }

    @Test
    void aServerThatIsGoneIsToldAndCanBeTriedAgain() {
        visit(SHOP);
        context.setOffline(true);
        page.locator("#where").fill("ze < 20");
        page.locator("#where").press("Enter");
        assertThat(page.locator("#problem")).containsText("does not answer");
        context.setOffline(false);
        page.locator("#problem button").click();
        assertThat(page.locator("#problem")).isHidden();
        assertThat(count()).not().hasText("8\u2009000");
    }
}
