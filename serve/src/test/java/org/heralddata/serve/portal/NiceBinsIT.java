package org.heralddata.serve.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.heralddata.model.table.ColumnType;
import org.heralddata.query.cube.Bins;
import org.heralddata.query.cube.Grid;
import org.heralddata.query.cube.GridScale;
import org.heralddata.query.cube.Grids;
import org.heralddata.query.cube.Measured;
import org.junit.jupiter.api.Test;

/** Bins of the page are those of the server, over all values and over a part of them. */
class NiceBinsIT extends PortalBrowser {
    private static final int[] MOST = {6, 8, 13, 24, 32, 40, 64, 100, 300};

    /** Beside the bins of the server, what those of the page should be made from. */
    private record Part(String kind, double min, double max, boolean whole, int most, Bins expected) {
        List<Object> told() {
            return List.of(
                    kind,
                    min,
                    max,
                    whole,
                    most,
                    expected.bins(),
                    expected.grid().edge(0, expected.group()),
                    expected.grid().edge(expected.bins(), expected.group()));
        }
    }

    private static Bins server(ColumnType type, String kind, double min, double max, int most) {
        if (kind.equals("time")) {
            return Bins.ofTimes(min, max, most);
        }
        GridScale scale = kind.equals("log") ? GridScale.LOG : GridScale.LINEAR;
        return Bins.of(Measured.column(type, min, max), scale, min, max, most).orElseThrow();
    }

    private static List<Part> parts() {
        var random = new Random(5);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double low = Math.pow(10, -3 + 6 * random.nextDouble());
            double high = low * (1.5 + Math.pow(10, 5 * random.nextDouble()));
            long moment = 1_000_000_000_000L + (long) (random.nextDouble() * 6e11);
            long span = (long) Math.pow(10, 3 + 9 * random.nextDouble());
            for (int most : MOST) {
                parts.add(part(ColumnType.FLOAT64, "linear", low - high / 3, high, most));
                parts.add(part(ColumnType.INT32, "linear", Math.rint(low), Math.rint(high), most));
                parts.add(part(ColumnType.FLOAT64, "log", low, high, most));
                parts.add(part(ColumnType.TIMESTAMP, "time", (double) moment, (double) (moment + span), most));
            }
        }
        return parts;
    }

    private static Part part(ColumnType type, String kind, double min, double max, int most) {
        return new Part(kind, min, max, type == ColumnType.INT32, most, server(type, kind, min, max, most));
    }

    @Test
    void binsOfAPartOfAnAxisAreThoseOfTheServer() {
        visit("/");
        Object wrong = page.evaluate("""
                async (cases) => {
                  const {chosen, niceBins} = await import('/js/nice-bins.js');
                  const near = (kind, a, b, span) => Math.abs(a - b) <= (kind === 'log' ? 5e-3 * b : 1e-9 * span);
                  return cases.map(([kind, min, max, whole, most, ...expected]) => {
                    const {bins, first, last} = chosen(niceBins(kind, min, max, whole), most);
                    const same = bins === expected[0] && near(kind, first, expected[1], max - min) && near(kind, last, expected[2], max - min);
                    return same ? null : {kind, min, max, whole, most, expected, bins, first, last};
                  }).filter((c) => c);
                }""", parts().stream().map(Part::told).toList());
        assertThat((List<?>) wrong).isEmpty();
    }

    @Test
    void ofAllChoicesThePageTakesWhatTheServerTakes() {
        visit("/");
        List<Object> cases = new ArrayList<>();
        for (Part part : parts()) {
            Grid grid = part.expected().grid();
            var choices = Bins.groups(grid).stream()
                    .map(group -> Map.of("bins", grid.bins(group)))
                    .toList();
            cases.add(List.of(choices, part.most(), Bins.over(grid, part.most()).bins()));
        }
        for (int seconds = 1; seconds < 100_000_000; seconds *= 3) {
            Grid grid = Grids.times(1e12 + 7, 1e12 + 1000.0 * seconds, 0);
            var choices = Bins.groups(grid).stream()
                    .map(group -> Map.of("bins", grid.bins(group)))
                    .toList();
            cases.add(List.of(choices, 32, Bins.over(grid, 32).bins()));
        }
        Object wrong = page.evaluate("""
                async (cases) => {
                  const {chosen} = await import('/js/nice-bins.js');
                  return cases.filter(([choices, most, bins]) => chosen(choices, most).bins !== bins);
                }""", cases);
        assertThat((List<?>) wrong).isEmpty();
    }

    private Locator panel(String column) {
        return page.locator(".cut[data-column=" + column + "]");
    }

    /** How wide the bins of a panel are; fails if no person would choose that. */
    private String width(String column) {
        Locator title = panel(column).locator("text.axis-title").last();
        assertThat(title).hasText(Pattern.compile("events per 0?[.0]*[125]0*( .*)?"));
        return title.textContent();
    }

    @Test
    void moreAndFewerBinsAreOfNiceWidthsAlsoWhenZoomed() {
        visit(SHOP + "?show=ze,pressure&where=ze%20between%203.3%20and%2017.9");
        settle();
        Set<String> widths = new LinkedHashSet<>();
        for (boolean zoomed : new boolean[] {false, true}) {
            if (zoomed) {
                panel("ze").getByText("zoom").click();
                settle();
            }
            widths.add(width("ze"));
            for (String step : List.of("fewer", "fewer", "more")) {
                panel("ze").getByLabel(step + " bins of ze").click();
                settle();
                widths.add(width("ze"));
            }
            assertThat(panel("ze").locator(".beyond")).hasCount(zoomed ? 2 : 0);
        }
        width("pressure");
        assertThat(widths).hasSizeGreaterThan(3);
        assertThat(complaints).isEmpty();
    }
}
