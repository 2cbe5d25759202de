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
}
