package org.heralddata.app.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the page for queries answers, and that it is for everybody. */
class AdqlPageIT extends AdqlBrowser {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT ev, array_e, grande_nch, \"time\" FROM " + SHOWERS,
                "SELECT array_ee FROM " + SHOWERS,
                "SELECT ra, \"dec\" FROM " + SHOWERS + " WHERE ra < 0"
            })
    void hasNoAccessibilityViolationAndNoSidewaysScroll(String query) {
        for (int width : new int[] {1280, 400}) {
            page.setViewportSize(width, 900);
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setColorScheme(width == 1280 ? ColorScheme.LIGHT : ColorScheme.DARK));
            visit(query.isEmpty() ? "/adql" : address(query));
            if (!query.isEmpty()) {
                assertThat(page.locator("#answer")).isVisible();
            }
            if (!query.isEmpty() && !query.contains("array_ee")) {
                assertThat(page.locator("#forecast-gives")).containsText("Gives");
            }
            if (width == 1280) {
                page.locator(".tree .is-table").first().focus();
                page.keyboard().press("ArrowRight");
                assertThat(page.locator(".tree .is-column").first()).isVisible();
            }
            assertAccessible("%s at %d px".formatted(query, width));
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s at %d px", query, width)
                    .isEqualTo(width);
        }
        assertThat(complaints).allMatch(c -> query.contains("array_ee") && c.contains("400"));
    }

    @Test
    void answersShowUnitsNullsAndThatThereIsMore() {
        visit("/adql");
        page.locator("#limit").selectOption("100");
        write("SELECT ev, array_e, grande_nch FROM " + SHOWERS + " ORDER BY ev");
        page.keyboard().press("Control+Enter");
        rows("100");
        assertThat(told()).containsText("and there are more");
        assertThat(page.locator("#answer .empty")).containsText("Only the first 100 rows are shown");
        Locator head = page.locator("#answer th").nth(1);
        assertThat(head).containsText("log(eV)");
        assertThat(head.locator("button")).hasAttribute("title", Pattern.compile("UCD phys.energy"));
        assertThat(page.locator("#answer td .none").first()).hasText("null");
        assertThat(page.locator("#answer tbody td").first()).hasClass("is-number");
        head.locator("button").click();
        assertThat(page.locator("#answer th").nth(1)).hasAttribute("aria-sort", "ascending");
        assertThat(sorted()).isSorted();
        page.locator("#answer th").nth(1).locator("button").click();
        assertThat(sorted().reversed()).isSorted();
        assertThat(complaints).isEmpty();
    }

    private List<Double> sorted() {
        return page.locator("#answer tbody td:nth-child(2)").allTextContents().stream()
                .map(Double::valueOf)
                .toList();
    }

    @Test
    void wholeNumbersStayExact() {
        visit(address("SELECT healpix FROM " + SHOWERS + " WHERE healpix > 1000000000000000000"));
        rows("");
        for (String shown : page.locator("#answer tbody td").allTextContents()) {
            assertThat(shown).matches("\\d{19}").doesNotEndWith("000");
        }
    }

    @Test
    void pagesThroughManyRows() {
        visit(address("SELECT ev FROM " + SHOWERS));
        rows("1\u2009000");
        assertThat(page.locator("#answer tbody tr")).hasCount(100);
        page.locator(".pages button", new Page.LocatorOptions().setHasText("Last"))
                .click();
        assertThat(page.locator(".pages")).containsText("rows 901 to 1\u2009000 of 1\u2009000");
    }

    @Test
    void cancelLeavesTheQuery() {
        visit("/adql");
        var left = new ArrayList<String>();
        page.onRequestFailed(r -> left.add(r.url()));
        page.route(Pattern.compile("/tap/sync"), _ -> {});
        write("SELECT ra FROM " + SHOWERS);
        page.locator("#run").click();
        assertThat(page.locator("#clock")).containsText("s");
        page.locator("#cancel").click();
        assertThat(page.locator("#clock")).containsText("Cancelled after");
        assertThat(page.locator("#cancel")).isHidden();
        page.waitForCondition(() -> !left.isEmpty()); // the browser tells it when it likes
        assertThat(left).singleElement().asString().endsWith("/tap/sync");
    }

    @Test
    void aServerThatIsGoneIsToldAndCanBeTriedAgain() {
        visit("/adql");
        write("SELECT TOP 3 ra FROM " + SHOWERS);
        assertThat(page.locator("#state")).containsText("Sound");
        context.setOffline(true);
        page.locator("#run").click();
        assertThat(page.locator("#answer .problem")).containsText("does not answer");
        context.setOffline(false);
        page.locator("#answer .problem button").click();
        rows("3");
    }

    @Test
    void plotsHistogramsAndPoints() {
        visit(address("SELECT ra, \"dec\", array_e, \"time\" FROM " + SHOWERS));
        rows("1\u2009000");
        Locator plot = page.locator("#answer .plot");
        assertThat(plot.locator(".bars")).hasAttribute("d", Pattern.compile("^M.*Z$"));
        assertThat(plot).containsText("array_e [log(eV)]");
        page.locator("#plot-x").selectOption("ra");
        page.locator("#plot-y").selectOption("dec");
        assertThat(plot).containsText("ra [deg]");
        assertThat(plot).containsText("dec [deg]");
        assertThat(page.locator("#plot-note")).hasText("1\u2009000 points");
        page.waitForFunction("""
                () => { const c = document.querySelector('.plot-points');
                  return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((v) => v > 0); }""");
        page.locator("#plot-x").selectOption("time");
        assertThat(plot).containsText("time [UTC]");
        assertThat(complaints).isEmpty();
    }

    @Test
    void queriesAreAnsweredWithoutScripts() {
        open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(base + "/adql");
        page.locator("#query").fill("SELECT TOP 3 ra FROM " + SHOWERS);
        page.locator("#run").click();
        assertThat(page.locator("table tbody tr")).hasCount(3);
        page.navigate(base + address("SELECT 1 AS one"));
        assertThat(page.locator("#query")).hasValue("SELECT 1 AS one");
        assertThat(page.locator(".needs-script:visible")).hasCount(0);
    }
}
