package org.heralddata.serve.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.sky.SkyPosition;
import org.junit.jupiter.api.Test;

/** What the modules compute, against the server and themselves. */
class ModulesIT extends PortalBrowser {
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

    @Test
    void aBrushIsTheDifferenceOfTwoSlices() {
        visit("/");
        Object wrong = page.evaluate("""
                async () => {
                  const {Cube} = await import('/js/cube.js');
                  const {slicesOf, histogramOf, nearest} = await import('/js/brush-slices.js');
                  const values = [0, 0.1, 0.2, 0.5, 1, 2];
                  const rows = Array.from({length: 5000}, (_, i) => [i % 7 === 0 ? values[i % 6] : ((i * 7919) % 2600) / 1000 - 0.2, i % 3]);
                  const code = (x) => values.reduce((c, v) => c + (v < x) + (v <= x), 0);
                  const counts = new Uint16Array((2 * values.length + 2) * 3);
                  for (const [x, bin] of rows) counts[code(x) * 3 + bin]++;
                  const cube = new Cube(counts, 3);
                  const wrong = [];
                  for (const low of [null, ...values, -5, 7]) for (const high of [null, ...values, 9]) for (const lowOpen of [true, false]) for (const highOpen of [true, false]) {
                    const ranges = slicesOf(values, {low, high, lowOpen, highOpen});
                    const passes = (x) => (low === null || (lowOpen ? x > low : x >= low)) && (high === null || (highOpen ? x < high : x <= high));
                    const expected = [0, 0, 0];
                    for (const [x, bin] of rows) if (passes(x)) expected[bin]++;
                    const got = ranges.reduce((sum, [a, b]) => cube.between(a, b, sum), new Float64Array(3));
                    if (expected.some((n, i) => n !== got[i])) wrong.push([low, high, lowOpen, highOpen, expected, [...got]]);
                  }
                  const slices = Array.from({length: 2 * values.length + 2}, (_, c) => counts[c * 3] + counts[c * 3 + 1] + counts[c * 3 + 2]);
                  const h = histogramOf(values, slices, [0, 0.2, 1]);
                  const inBin = (a, b, last) => rows.filter(([x]) => x >= a && (x < b || (last && x === b))).length;
                  if (h.counts[0] !== inBin(0, 0.2, false) || h.counts[1] !== inBin(0.2, 1, true)) wrong.push(h);
                  if (h.under !== rows.filter(([x]) => x < 0).length || h.over !== rows.filter(([x]) => x > 1).length) wrong.push(h);
                  if (slicesOf(values, {low: 0.15, high: null}) !== null) wrong.push('between values nothing is known');
                  const about = slicesOf(values, {low: values[1] + 1e-6, high: null}, true);
                  if (String(about) !== String(slicesOf(values, {low: values[1], high: null}))) wrong.push('the nearest value');
                  if (nearest(values, 0.34) !== 2 || nearest(values, 9) !== 5 || nearest(values, -1) !== 0) wrong.push('nearest');
                  return wrong;
                }""");
        assertThat((List<?>) wrong).isEmpty();
    }

    @Test
    void statisticsComeFromBins() {
        visit("/");
        Object told = page.evaluate("""
                async () => {
                  const {statisticsOf} = await import('/js/statistics.js');
                  const edges = Array.from({length: 101}, (_, i) => i / 10);
                  const s = statisticsOf({edges, counts: new Array(100).fill(5)}, {low: null, high: null});
                  const half = statisticsOf({edges, counts: new Array(100).fill(5)}, {low: 5, high: null});
                  return [s.n, s.mean, s.median, s.sd, half.n, half.mean, half.min,
                    statisticsOf({edges, counts: new Array(100).fill(0)}, {low: null, high: null})];
                }""");
        List<?> s = (List<?>) told;
        double[] expected = {500, 5, 5, 10 / Math.sqrt(12), 250, 7.5, 5};
        for (int i = 0; i < expected.length; i++) {
            assertThat(((Number) s.get(i)).doubleValue()).isCloseTo(expected[i], offset(1e-3));
        }
        assertThat(s.getLast()).isNull();
    }

    @Test
    void cellsWithinAConeAreThoseWhoseMiddlesAre() {
        visit("/");
        Object wrong = page.evaluate("""
                async () => {
                  const {cellsWithin, centreOf} = await import('/js/healpix.js');
                  const {separation} = await import('/js/mollweide.js');
                  const wrong = [];
                  for (const cone of [{raDeg: 83.6, decDeg: 22, radiusDeg: 11}, {raDeg: 0, decDeg: 90, radiusDeg: 30}, {raDeg: 10, decDeg: -10, radiusDeg: 180}]) {
                    const inside = new Set(cellsWithin(3, cone).flatMap(([a, b]) => Array.from({length: b - a}, (_, i) => a + i)));
                    for (let cell = 0; cell < 768; cell++) {
                      const d = separation(cone.raDeg, cone.decDeg, ...centreOf(3, cell));
                      if (Math.abs(d - cone.radiusDeg) > 1e-6 && inside.has(cell) !== d <= cone.radiusDeg) wrong.push([cone, cell]);
                    }
                  }
                  return wrong;
                }""");
        assertThat((List<?>) wrong).isEmpty();
    }

    @Test
    void ratiosHaveTheErrorsOfPoissonCounts() {
        visit("/");
        Object told = page.evaluate("""
                async () => {
                  const {chi2, ratios} = await import('/js/compare/ratio.js');
                  const [one, none] = ratios([100, 0], [400, 7], 1000, 2000);
                  const same = chi2([10, 20, 0], [10, 20, 0]);
                  return [one.ratio, one.error, none, same.chi2, same.bins, chi2([16, 4], [4, 16]).chi2];
                }""");
        // b/B / (a/A) = 0.2 / 0.1, and 2 √(1/100 + 1/400); (12² / 20) twice
        List<?> numbers = (List<?>) told;
        assertThat(((Number) numbers.getFirst()).doubleValue()).isCloseTo(2, offset(1e-12));
        assertThat(((Number) numbers.get(1)).doubleValue()).isCloseTo(2 * Math.sqrt(0.0125), offset(1e-12));
        assertThat(numbers.get(2)).isNull();
        assertThat(((Number) numbers.get(3)).doubleValue()).isZero();
        assertThat(numbers.get(4)).isEqualTo(2);
        assertThat(((Number) numbers.get(5)).doubleValue()).isCloseTo(14.4, offset(1e-9));
    }

    @Test
    void arrowKeysFindTheNearestStationThatWay() {
        visit("/");
        Object told = page.evaluate("""
                async () => {
                  const {towards} = await import('/js/event/station-scale.js');
                  const grid = [0, 1, 2].flatMap((y) => [0, 1, 2].map((x) => ({x, y})));
                  return [[1, 0], [-1, 0], [0, 1], [0, -1]].map(([dx, dy]) => towards(grid, grid[4], dx, dy)).concat(towards(grid, grid[2], 1, 0));
                }""");
        assertThat(told).isEqualTo(List.of(5, 3, 7, 1, -1));
    }

    @Test
    void numbersOfFiguresAreWrittenForSpreadsheets() {
        visit("/");
        Object told = page.evaluate("""
                async () => {
                  const {binRows, csv} = await import('/js/figure-csv.js');
                  const rows = binRows({edges: [0, 1, 2], counts: [3, 4]}, {counts: [5, 6]});
                  return csv({name: 'x', stage: null, caption: ['two'], columns: [{name: 'a', unit: 'm'}, {name: 'b"c'}], rows: [...rows, [null, 'x,y']]});
                }""");
        assertThat(told).isEqualTo("# two\r\na [m],\"b\"\"c\"\r\n0,1,3,5\r\n1,2,4,6\r\n,\"x,y\"\r\n");
    }

    @Test
    void browsersRememberRequestsNewestFirst() {
        visit("/");
        Object told = page.evaluate("""
                async () => {
                  const {forget, remember, remembered} = await import('/js/desk/memory.js');
                  for (const id of ['a', 'b', 'a', 'c']) remember({id, identifier: 'hr-' + id, name: id});
                  forget('b');
                  const kept = remembered().map((r) => r.id).join(' ');
                  localStorage.setItem('herald.requests', '{broken');
                  return [kept, remembered().length];
                }""");
        assertThat(told).isEqualTo(List.of("c a", 0));
    }
}
