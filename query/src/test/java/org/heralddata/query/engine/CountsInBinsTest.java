package org.heralddata.query.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.heralddata.model.selection.Cut;
import org.heralddata.query.HistogramSpec.Scale;
import org.heralddata.query.Showers;
import org.heralddata.query.Showers.Shower;
import org.junit.jupiter.api.Test;

class CountsInBinsTest extends EngineOverShowers {
    @Test
    void countsEveryValueOnceAndEdgesToTheRight() {
        var axis = new Binning("ze", 12, 0, 60, Scale.LINEAR);
        var narrow = new Binning("e", 7, 14.5, 16.0, Scale.LINEAR);
        var log = new Binning("ze", 5, 1, 60, Scale.LOG);
        List<long[]> counts = engine.histograms(showers.source(), cut("has_grande"), List.of(axis, narrow, log));
        List<Shower> passing = showers.rows().stream().filter(Shower::hasGrande).toList();
        assertThat(counts.get(0))
                .isEqualTo(expected(
                        axis, passing.stream().map(s -> (double) s.ze()).toList()));
        assertThat(counts.get(1))
                .isEqualTo(expected(
                        narrow,
                        passing.stream()
                                .map(s -> s.e() == null ? Double.NaN : s.e().doubleValue())
                                .toList()));
        assertThat(counts.get(2))
                .isEqualTo(
                        expected(log, passing.stream().map(s -> (double) s.ze()).toList()));
        assertThat(Arrays.stream(counts.get(1)).sum()).isEqualTo(passing.size());
    }

    /** By the definition, edge by edge. */
    private static long[] expected(Binning axis, List<Double> values) {
        var counts = new long[axis.bins() + 3];
        List<Double> edges = axis.edges();
        for (double x : values) {
            int bin;
            if (Double.isNaN(x)) {
                bin = axis.bins() + 2;
            } else if (x < axis.min()) {
                bin = 0;
            } else if (x > axis.max()) {
                bin = axis.bins() + 1;
            } else {
                bin = axis.bins();
                while (bin > 1 && x < edges.get(bin - 1)) {
                    bin--;
                }
            }
            counts[bin]++;
        }
        return counts;
    }

    @Test
    void countsElementsOfListsTimesAndFlags() {
        var edep = new Binning("edep", 4, 0, 10, Scale.LINEAR);
        var time = new Binning("time", 3, Showers.FIRST_TIME, Showers.FIRST_TIME + 3e15, Scale.LINEAR);
        var flag = new Binning("has_grande", 2, 0, 1, Scale.LINEAR);
        List<long[]> counts = engine.histograms(showers.source(), Cut.EVERYTHING, List.of(edep, time, flag));
        List<Double> elements = showers.rows().stream()
                .filter(s -> s.edep() != null)
                .flatMap(s -> s.edep().stream())
                .map(x -> x.doubleValue())
                .toList();
        assertThat(counts.get(0)).isEqualTo(expected(edep, elements));
        assertThat(counts.get(1))
                .isEqualTo(expected(
                        time,
                        showers.rows().stream().map(s -> (double) s.time()).toList()));
        assertThat(counts.get(2)).containsExactly(0, 1333, 667, 0, 0);
    }

    @Test
    void countsPairs() {
        var x = new Binning("e", 3, 14, 17, Scale.LINEAR);
        var y = new Binning("ze", 2, 0, 30, Scale.LINEAR);
        long[] counts = engine.histogram2d(showers.source(), Cut.EVERYTHING, x, y);
        var wanted = new long[6 * 5];
        for (Shower s : showers.rows()) {
            double e = s.e() == null ? Double.NaN : s.e();
            int i = first(expected(x, List.of(e)));
            int j = first(expected(y, List.of((double) s.ze())));
            wanted[i * 5 + j]++;
        }
        assertThat(counts).isEqualTo(wanted);
    }

    /** Of few rows they are scanned, of many grouped by DuckDB. */
    @Test
    void scansAndGroupsAgree() {
        try (var grouping = new DuckDbEngine(options(Duration.ofSeconds(30)), 0)) {
            var axes = List.of(
                    new Binning("e", 37, 14.1, 16.9, Scale.LINEAR),
                    new Binning("edep", 9, 0.5, 8, Scale.LOG),
                    new Binning("ze", 60, 0, 60, Scale.LINEAR),
                    new Binning("time", 300, Showers.FIRST_TIME, Showers.FIRST_TIME + 3e15, Scale.LINEAR),
                    new Binning("later", 2, 0, 1, Scale.LINEAR),
                    new Binning("has_grande", 2, 0, 1, Scale.LINEAR));
            for (Cut cut : List.of(Cut.EVERYTHING, cut("ze < 33.5 and has_grande"), cut("ze < 0"))) {
                List<long[]> scanned = engine.histograms(showers.source(), cut, axes);
                List<long[]> grouped = grouping.histograms(showers.source(), cut, axes);
                for (int i = 0; i < axes.size(); i++) {
                    assertThat(scanned.get(i)).as(axes.get(i).column()).isEqualTo(grouped.get(i));
                }
                assertThat(engine.histogram2d(showers.source(), cut, axes.get(0), axes.get(2)))
                        .isEqualTo(grouping.histogram2d(showers.source(), cut, axes.get(0), axes.get(2)));
                for (int order : new int[] {0, 3, Copy.CELL_ORDER, Copy.CELL_ORDER + 1}) {
                    assertThat(engine.skyMap(showers.source(), cut, order))
                            .as("order %d", order)
                            .isEqualTo(grouping.skyMap(showers.source(), cut, order));
                }
            }
        }
    }

    private static int first(long[] counts) {
        int i = 0;
        while (counts[i] == 0) {
            i++;
        }
        return i;
    }

    @Test
    void mapsTheSky() {
        Engine.Cells cells = engine.skyMap(showers.source(), cut("ze < 30"), 2);
        long on = showers.rows().stream()
                .filter(s -> s.ze() < 30 && s.ra() != null)
                .count();
        long off = showers.rows().stream()
                .filter(s -> s.ze() < 30 && s.ra() == null)
                .count();
        assertThat(cells.counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(on);
        assertThat(cells.nulls()).isEqualTo(off);
        assertThat(cells.cells()).isSorted().allMatch(cell -> cell >= 0 && cell < 192);
    }

    @Test
    void findsTheLeastPositiveValue() {
        double least = showers.rows().stream()
                .mapToDouble(s -> s.ze())
                .filter(x -> x > 0)
                .min()
                .orElseThrow();
        assertThat(engine.leastPositive(showers.source(), "ze").orElseThrow()).isCloseTo(least, within(1e-12));
        assertThat(engine.leastPositive(showers.source(), "later")).isEmpty();
    }
}
