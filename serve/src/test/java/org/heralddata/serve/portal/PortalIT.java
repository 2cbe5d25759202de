package org.heralddata.serve.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.model.publication.PublicState;
import org.heralddata.model.publication.Withdrawal;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.sky.SkyPosition;
import org.heralddata.serve.FakeFiles;
import org.heralddata.serve.HeraldServer;
import org.heralddata.serve.ServerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalIT {
    private static final String SHOP = "/collections/shower-toy/events";
    private static final int EVENTS = 8000;

    private Chromium chromium;
    private HeraldServer server;
    private String base;
    private BrowserContext context;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    void start() {
        chromium = Chromium.start();
        var collections = new FakeCollections(EVENTS);
        var withdrawal = new Withdrawal(Instant.parse("2026-11-22T10:00:00Z"), "the times were wrong");
        collections.states.put("gamma-toy/r1", new PublicState(null, null, withdrawal, withdrawal.at()));
        server = HeraldServer.start(new FakeData(collections), FakeFiles.none(), ServerSettings.onPort(0));
        base = "http://localhost:" + server.port();
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() {
        context = chromium.browser.newContext();
        page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.setViewportSize(1280, 900);
        complaints.clear();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error")) {
                complaints.add(m.text());
            }
        });
        page.onPageError(complaints::add);
    }

    @AfterEach
    void close() {
        context.close();
    }

    private void visit(String path) {
        page.navigate(base + path);
        settle();
    }

    /** Until every figure shows what was asked for; a change asks after a tenth of a second. */
    private void settle() {
        page.waitForTimeout(150);
        assertThat(page.locator(".is-loading")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(15_000));
    }

    private Locator count() {
        return page.locator("[data-count] strong");
    }

    private String shown() {
        return Objects.requireNonNull(count().textContent()).replace("\u2009", "");
    }

    private Locator slider(String column, String side) {
        return page.locator(".cut[data-column=" + column + "] .slider-handle.is-" + side);
    }

    private static BoundingBox box(Locator what) {
        what.scrollIntoViewIfNeeded();
        return Objects.requireNonNull(what.boundingBox());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/about",
                "/events?where=cone(ra,dec,83.63,22.01,5 deg)",
                "/collections/shower-toy",
                "/collections/shower-toy/releases/r1",
                "/collections/gamma-toy/releases/r1",
                SHOP + "?where=array_e > 15.2 and ze < 30",
                "/collections/neutrino-toy/events?where=kind = 'track'&show=kind,nhit",
                "/nowhere"
            })
    void hasNoAccessibilityViolationAndNoSidewaysScroll(String path) {
        for (int width : new int[] {1280, 400}) {
            page.setViewportSize(width, 900);
            ColorScheme scheme = width == 1280 ? ColorScheme.LIGHT : ColorScheme.DARK;
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            visit(path);
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as("%s at %d px, %s", path, width, scheme)
                    .extracting(PortalIT::told)
                    .isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s at %d px", path, width)
                    .isEqualTo(width);
        }
        assertThat(complaints)
                .allMatch(c -> (path.equals("/nowhere") && c.contains("404"))
                        || (path.startsWith("/collections/gamma-toy/releases") && c.contains("410")));
    }

    private static String told(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .map(n -> n.getHtml() + " " + n.getFailureSummary())
                        .toList();
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
        visit(SHOP);
        var asked = new ArrayList<String>();
        var cancelled = new ArrayList<String>();
        page.onRequestFailed(r -> {
            if (r.failure().contains("ERR_ABORTED")) {
                cancelled.add(r.url());
            }
        });
        // A server that never answers.
        page.route(Pattern.compile("/api/"), route -> asked.add(route.request().url()));
        slider("ze", "low").focus();
        page.keyboard().press("PageUp");
        page.waitForTimeout(400);
        var former = List.copyOf(asked);
        assertThat(former)
                .anyMatch(url -> url.contains("/count?where=ze"))
                .anyMatch(url -> url.contains("/histogram?") && url.contains("where=ze"))
                .anyMatch(url -> url.contains("/sky?where=ze"));
        assertThat(cancelled).isEmpty();
        page.keyboard().press("PageUp");
        page.waitForTimeout(400);
        assertThat(cancelled).containsExactlyInAnyOrderElementsOf(former);
        assertThat(asked.size()).isGreaterThan(former.size());
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

    @Test
    void choicesComeAndGoWithTheFormat() {
        visit(SHOP);
        Locator download = page.locator("[data-download]");
        assertThat(page.locator("[data-choices] select")).hasCount(0);
        page.selectOption("#format", "hdf5");
        assertThat(page.locator("[data-choices] select")).hasCount(2);
        assertThat(download).not().hasAttribute("href", Pattern.compile(".*layout.*"));
        page.locator("#format").focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.getByLabel("layout")).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(download).hasAttribute("href", Pattern.compile(".*format=hdf5&layout=compound.*"));
        assertThat(page.url()).contains("format=hdf5&layout=compound");
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

    @Test
    void searchFiltersTheCards() {
        visit("/");
        page.locator("#search").fill("neutrino");
        assertThat(page.locator(".card:visible")).hasCount(1);
        page.locator("#search").fill("graviton");
        assertThat(page.locator("#no-card")).containsText("No collection");
    }

    @Test
    void cellsOfTheSkyAreThoseOfTheServer() {
        visit("/");
        Object wrong = page.evaluate("""
                async (cases) => {
                  const {cellOf} = await import('/js/healpix.js');
                  return cases.filter(([order, ra, dec, cell]) => cellOf(order, ra, dec) !== cell);
                }""", cells());
        assertThat((List<?>) wrong).isEmpty();
    }

    @Test
    void centresOfCellsAreThoseOfTheServer() {
        visit("/");
        Object wrong = page.evaluate("""
                async (cases) => {
                  const {centreOf} = await import('/js/healpix.js');
                  const {separation} = await import('/js/mollweide.js');
                  return cases.filter(([order, cell, ra, dec]) => separation(ra, dec, ...centreOf(order, cell)) > 1e-7);
                }""", centres());
        assertThat((List<?>) wrong).isEmpty();
    }

    private static List<List<Number>> centres() {
        var out = new ArrayList<List<Number>>();
        for (int order = 0; order <= 10; order += 2) {
            long cells = 12L << (2 * order);
            for (long cell = 0; cell < cells; cell += Math.max(1, cells / 199)) {
                SkyPosition centre = Healpix.centre(order, cell);
                out.add(List.of(order, (int) cell, centre.raDeg(), centre.decDeg()));
            }
        }
        return out;
    }

    @Test
    void fieldsReturnWhereTheyCameFromAndKeepAreas() {
        visit("/");
        Object worst = page.evaluate("""
                async () => {
                  const {projectAround, unprojectAround} = await import('/js/zenithal.js');
                  const {separation} = await import('/js/mollweide.js');
                  let worst = 0;
                  for (const [ra0, dec0] of [[83.6, 22], [0.2, -60], [359.9, 89.9], [10, -90]]) {
                    for (let dec = -88; dec <= 88; dec += 8) for (let ra = 1; ra < 360; ra += 14) {
                      worst = Math.max(worst, separation(ra, dec, ...unprojectAround(...projectAround(ra, dec, ra0, dec0), ra0, dec0)));
                    }
                  }
                  const [x, y] = projectAround(84.6, 22, 83.6, 22);
                  const degree = Math.PI / 180 / Math.SQRT2;
                  return [worst, x / (degree * Math.cos(22 * Math.PI / 180)), projectAround(83.6, 23, 83.6, 22)[1] / degree];
                }""");
        List<?> answer = (List<?>) worst;
        assertThat(((Number) answer.getFirst()).doubleValue()).isLessThan(1e-5);
        assertThat(((Number) answer.get(1)).doubleValue())
                .as("right ascension grows to the left")
                .isCloseTo(-1, offset(1e-4));
        assertThat(((Number) answer.get(2)).doubleValue()).isCloseTo(1, offset(1e-4));
    }

    private static List<List<Number>> cells() {
        var out = new ArrayList<List<Number>>();
        for (int order = 0; order <= 8; order += 2) {
            for (double dec = -89.3; dec < 90; dec += 7.77) {
                for (double ra = 0.5; ra < 360; ra += 13.13) {
                    out.add(List.of(order, ra, dec, (int) Healpix.index(order, ra, dec)));
                }
            }
        }
        return out;
    }

    @Test
    void theProjectionReturnsWhereItCameFrom() {
        visit("/");
        Object worst = page.evaluate("""
                async () => {
                  const {project, unproject, separation} = await import('/js/mollweide.js');
                  let worst = 0;
                  for (let dec = -88; dec <= 88; dec += 4) for (let ra = 1; ra < 360; ra += 7) {
                    worst = Math.max(worst, separation(ra, dec, ...unproject(...project(ra, dec))));
                  }
                  return [worst, project(200, 0)[0] < 0, project(160, 0)[0] > 0];
                }""");
        List<?> answer = (List<?>) worst;
        assertThat(((Number) answer.getFirst()).doubleValue()).isLessThan(1e-6);
        assertThat(answer.get(1)).as("right ascension grows to the left").isEqualTo(true);
        assertThat(answer.get(2)).isEqualTo(true);
    }

    @Test
    void selectionsKeepWhatNoPanelShows() {
        visit("/");
        Object texts = page.evaluate(
                """
                async (cases) => {
                  const {parse, format} = await import('/js/where.js');
                  const columns = [{name: 'ze', type: 'float32', unit: 'deg'}, {name: 'has_x', type: 'bool', unit: ''}, {name: 'k', type: 'string', unit: ''}];
                  return cases.map((c) => format(parse(c, columns)));
                }""",
                List.of(
                        "ze > 1 or has_x",
                        "(ze > 1 or ze < 0) and not has_x",
                        "ze between 1 and 2 and k in ('a', 'it''s and')",
                        "ze < 20 arcmin and ze >= 3",
                        "not (ze > 1)",
                        "k = 'a'"));
        assertThat(texts)
                .isEqualTo(List.of(
                        "ze > 1 or has_x",
                        "(ze > 1 or ze < 0) and not has_x",
                        "ze between 1 and 2 and k in ('a', 'it''s and')",
                        "ze < 20 arcmin and ze >= 3",
                        "not (ze > 1)",
                        "k = 'a'"));
    }

    private HttpResponse<String> fetch(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
