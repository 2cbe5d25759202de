package org.heralddata.app.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.heralddata.app.console.Console;
import org.heralddata.serve.portal.BrowserTest;
import org.heralddata.simulate.SimulationKind;
import org.heralddata.testkit.Oracle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The page for queries in a real browser, over real tables. */
class AdqlPageIT extends BrowserTest {
    private static final String SHOWERS = "\"kascade-demo\".events";

    private ServedHome served;

    @BeforeAll
    void make(@TempDir Path folder) throws IOException {
        served = ServedHome.open(folder.resolve("home"));
        var demo = new DemoCollections(served.home(), Console.system());
        for (SimulationKind kind : SimulationKind.values()) {
            demo.make(kind, 2_000);
        }
        base = "http://localhost:" + served.port();
    }

    @AfterAll
    void end() {
        if (served != null) {
            served.close();
        }
    }

    private static String address(String query) {
        return "/adql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    @Override
    protected void visit(String path) {
        page.navigate(base + path);
        assertThat(editor()).isVisible();
    }

    private void write(String query) {
        editor().click();
        page.keyboard().insertText(query);
    }

    private Locator editor() {
        return page.locator(".cm-content");
    }

    private Locator told() {
        return page.locator("#answer-told");
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);
    }

    private void rows(String count) {
        assertThat(told()).containsText(count + " row", patiently());
        assertThat(page.locator(".answer.is-loading")).hasCount(0);
    }

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

    @Test
    void downloadsHoldAllRows() throws Exception {
        visit(address("SELECT ra FROM " + SHOWERS));
        rows("1\u2009000");
        page.locator("#take-format").selectOption("csv");
        String file = Objects.requireNonNull(page.locator("#download").getAttribute("href"));
        assertThat(page.locator("#download")).hasAttribute("download", "answer.csv");
        HttpResponse<String> answer = served.get(file);
        assertThat(answer.body().lines().filter(l -> !l.startsWith("#")).count())
                .isEqualTo(2001);
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
    void jobsRunOnTheServerAndAreFoundAgain() throws Exception {
        visit(address("SELECT TOP 4 ra FROM " + SHOWERS));
        rows("4");
        page.locator("#forecast-format").selectOption("csv");
        page.locator("#forecast-job").click();
        assertThat(page.locator(".job-state")).containsText("done in", patiently());
        page.reload();
        Locator result = page.locator(".job a", new Page.LocatorOptions().setHasText("Result"));
        String url = Objects.requireNonNull(result.getAttribute("href"));
        assertThat(served.get(url.substring(base.length()))
                        .body()
                        .lines()
                        .filter(l -> !l.startsWith("#"))
                        .count())
                .isEqualTo(5);
        page.locator(".job button", new Page.LocatorOptions().setHasText("Delete"))
                .click();
        assertThat(page.locator(".job")).hasCount(0);
        assertThat(page.locator("#jobs")).isHidden();
    }

    @Test
    void copiesRunElsewhere() {
        visit("/adql");
        write("SELECT TOP 3 ra, 'it''s \"so\"' AS word\nFROM " + SHOWERS);
        String pyvo = Objects.requireNonNull(page.locator("#copy-pyvo").textContent());
        assertThat(Oracle.python("pyvo").run(pyvo)).contains("it's \"so\"", "deg");
        for (String id : List.of("#copy-curl", "#copy-stilts")) {
            String shell = Objects.requireNonNull(page.locator(id).textContent());
            String told = Oracle.python("astropy").and("curl").and("stilts").run("""
                    import subprocess, sys, tempfile
                    from astropy.table import Table
                    with tempfile.TemporaryDirectory() as folder:
                        done = subprocess.run(['sh', '-c', sys.argv[1]], cwd=folder, capture_output=True, text=True)
                        assert done.returncode == 0, done.stderr
                        name = 'answer.csv' if 'curl' in sys.argv[1] else 'answer.fits'
                        rows = Table.read(folder + '/' + name, **({'format': 'csv', 'comment': '#'} if 'csv' in name else {}))
                        print(len(rows), rows['word'][0])
                    """, shell);
            assertThat(told).isEqualTo("3 it's \"so\"");
        }
    }

    @Test
    void sendsToProgramsBySamp(@TempDir Path folder) throws Exception {
        visit(address("SELECT TOP 4 ra FROM " + SHOWERS));
        rows("4");
        page.locator("#samp").click();
        assertThat(page.locator(".takers")).containsText("No SAMP hub answers on this machine");
        try (var hub = SampHub.start(folder, "Table taker")) {
            Locator taker = page.locator(".takers button", new Page.LocatorOptions().setHasText("Table taker"));
            for (int i = 0; i < 120 && taker.count() == 0; i++) {
                page.locator("#samp").click();
                page.waitForTimeout(500);
            }
            taker.click();
            assertThat(page.locator(".takers")).hasText("Sent to Table taker, all rows.");
            String heard = hub.heard("/tap/sync?LANG=ADQL&RESPONSEFORMAT=votable");
            assertThat(heard).contains("table.load.votable", "QUERY=SELECT+TOP+4+ra");
        }
    }

    @Test
    void onlyThisPageMayCallTheHubOfItsReader() throws Exception {
        assertThat(policy("/adql")).contains("connect-src 'self' http://localhost:21012;");
        assertThat(policy("/")).doesNotContain("21012", "nonce");
        assertThat(policy("/adql")).isNotEqualTo(policy("/adql"));
    }

    private String policy(String path) throws IOException, InterruptedException {
        return String.join(";", served.get(path).headers().allValues("Content-Security-Policy"));
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
