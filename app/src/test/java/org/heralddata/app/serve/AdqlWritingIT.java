package org.heralddata.app.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How the page for queries helps to write one: mistakes, what it will take, names, examples, queries of before. */
class AdqlWritingIT extends AdqlBrowser {
    @Test
    void mistakesAreMarkedInPlaceWithAdviceWhileTyping() {
        visit("/adql");
        write("SELECT array_ee\nFROM " + SHOWERS);
        assertThat(page.locator(".cm-lintRange-error")).hasText("array_ee");
        assertThat(page.locator("#state")).hasText("Line 1 there is no column array_ee did you mean array_e?");
        page.locator(".cm-lintRange-error").hover();
        page.locator(".cm-diagnosticAction").click();
        assertThat(editor()).containsText("SELECT array_e");
        assertThat(page.locator("#state")).hasText("Sound: one column.");
        assertThat(page.locator(".cm-lintRange-error")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    @Test
    void whatAQueryTakesIsToldBeforeItRunsAndItCanRunAsAJobAtOnce() {
        visit("/adql");
        write("SELECT ev, array_ze FROM " + SHOWERS + " WHERE array_ze < 20");
        assertThat(page.locator("#forecast-reads"))
                .hasText(Pattern.compile("Reads all 2.000 rows of \"kascade-demo\"\\.events \\(2 columns\\) · .*B"));
        assertThat(page.locator("#forecast-gives"))
                .hasText(Pattern.compile("Gives \\d+ rows · the first after about .*s"));
        page.locator("#forecast-format").selectOption("csv");
        assertThat(page.locator("#forecast-size")).hasText(Pattern.compile("about .*B, about .*s"));
        assertThat(page.locator("#forecast-advice")).isHidden();
        assertThat(page.locator("#answer")).isHidden();
        page.locator("#forecast-job").click();
        assertThat(page.locator(".job-state"))
                .containsText("done", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        assertThat(complaints).isEmpty();
    }

    @Test
    void adviceComesBeforeAQueryRuns() {
        visit("/adql");
        write("SELECT a.ev FROM " + SHOWERS + " AS a, " + SHOWERS + " AS b");
        assertThat(page.locator("#forecast-advice .is-advice"))
                .containsText("There is no condition between \"kascade-demo\".events and \"kascade-demo\".events");
        assertThat(page.locator("#forecast-gives")).containsText(Pattern.compile("Gives 4.000.000 rows"));
        page.keyboard().insertText(" WHERE a.ev = b.ev");
        assertThat(page.locator("#forecast-advice")).isHidden();
        assertThat(page.locator("#forecast-gives")).containsText(Pattern.compile("Gives 2.000 rows"));
        page.keyboard().insertText(" AND a.zzz > 3");
        assertThat(page.locator("#forecast")).isHidden();
        assertThat(complaints).isEmpty();
    }

    @Test
    void theCheckTellsPlacesAndColumnsWithoutRunning() throws Exception {
        String query = "SELECT ra, zz FROM " + SHOWERS;
        JsonNode bad = served.json("/api/v1/adql/check?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertThat(bad.path("columns")).isEmpty();
        JsonNode mistake = bad.path("errors").path(0);
        assertThat(mistake.path("code").asString()).isEqualTo("Q104");
        assertThat(mistake.path("start").asInt()).isEqualTo(query.indexOf("zz"));
        assertThat(mistake.path("length").asInt()).isEqualTo(2);
        JsonNode good = served.json("/api/v1/adql/check?query="
                + URLEncoder.encode("SELECT ra AS x FROM " + SHOWERS, StandardCharsets.UTF_8));
        assertThat(good.path("errors")).isEmpty();
        assertThat(good.path("columns").path(0).path("name").asString()).isEqualTo("x");
        assertThat(good.path("columns").path(0).path("unit").asString()).isEqualTo("deg");
        assertThat(served.problem("/api/v1/adql/check", 400).path("code").asString())
                .isEqualTo("R004");
    }

    @Test
    void theTreeObeysTheKeyboardAndPutsNamesInQuotes() {
        visit("/adql");
        page.locator("#filter").fill("zenith");
        assertThat(page.locator(".tree .is-column")).not().hasCount(0);
        page.locator("#filter").fill("");
        assertThat(page.locator(".tree .is-column")).hasCount(0);
        page.locator(".tree [tabindex='0']").focus();
        page.keyboard().press("k");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".tree :focus")).containsText("events");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".tree :focus")).hasAttribute("aria-expanded", "true");
        page.keyboard().press("Enter");
        assertThat(editor()).hasText(Pattern.compile("SELECT TOP 100 \\*.*FROM \"kascade-demo\"\\.events"));
        page.locator(".tree .is-column:has-text('Time of the event')").click();
        assertThat(editor()).containsText("events \"time\"");
        page.locator(".tree .is-column").first().focus();
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator(".tree :focus")).hasClass(Pattern.compile("is-table"));
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator(".tree .is-column")).hasCount(0);
    }

    @Test
    void completesColumnsOfTheTablesNamed() {
        visit("/adql");
        editor().click();
        page.keyboard().type("SELECT * FROM kasc");
        assertThat(page.locator(".cm-tooltip-autocomplete")).containsText(SHOWERS);
        accept("Enter");
        page.keyboard().type(" AS k WHERE k.grande_n");
        assertThat(page.locator(".cm-tooltip-autocomplete li[aria-selected]")).containsText("grande_nch");
        accept("Tab");
        assertThat(editor()).hasText("SELECT * FROM " + SHOWERS + " AS k WHERE k.grande_nch");
        assertThat(complaints).isEmpty();
    }

    /** A list that has just come up does not take keys that were meant for the text. */
    private void accept(String key) {
        assertThat(page.locator(".cm-tooltip-autocomplete"))
                .not()
                .hasClass(Pattern.compile("disabled")); // no newer one comes
        page.waitForTimeout(250);
        page.keyboard().press(key);
    }

    @Test
    void historyIsKeptAndBroughtBack() {
        visit(address("SELECT TOP 7 ra FROM " + SHOWERS));
        rows("7");
        visit("/adql");
        page.locator("#tab-history").click();
        assertThat(page.locator("#history .queries-about")).containsText("7 rows");
        page.locator("#history .queries button").click();
        assertThat(editor()).containsText("SELECT TOP 7 ra");
        page.locator("#history .link").click();
        page.reload();
        page.locator("#tab-history").click();
        assertThat(page.locator("#history")).containsText("kept here");
    }

    @Test
    void theAddressHoldsTheQueryAndBackBringsTheOneBefore() {
        visit(address("SELECT TOP 2 ra FROM " + SHOWERS));
        rows("2");
        page.locator("#tidy-clear").click();
        write("SELECT TOP 5 ra FROM " + SHOWERS);
        page.keyboard().press("Control+Enter");
        rows("5");
        assertThat(page).hasURL(Pattern.compile("query=SELECT\\+TOP\\+5"));
        page.goBack();
        rows("2");
    }

    @Test
    void examplesAreThoseOfTheService() throws Exception {
        visit("/adql");
        page.locator("#tab-examples").click();
        String first = page.locator("#examples .queries-title").first().textContent();
        assertThat(served.get("/tap/examples").body()).contains(Objects.requireNonNull(first));
        page.locator("#examples button").first().click();
        assertThat(editor()).containsText("SELECT");
    }
}
