package org.heralddata.query.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.coverage.SkyPolygon;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.sky.SkyPosition;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.heralddata.query.HistogramSpec.Scale;
import org.heralddata.query.RowStream;
import org.heralddata.query.RowsRequest.Order;
import org.heralddata.query.Showers;
import org.heralddata.query.Showers.Shower;
import org.heralddata.query.cuts.CutSchema;
import org.heralddata.query.cuts.Cuts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DuckDbEngineTest {
    @TempDir
    static Path folder;

    private static DuckDbEngine engine;
    private static Showers showers;

    @BeforeAll
    static void open() throws Exception {
        showers = Showers.in(folder.resolve("wh"), SortOrder.TIME);
        engine = new DuckDbEngine(options(Duration.ofSeconds(30)));
    }

    private static EngineOptions options(Duration timeOut) {
        return new EngineOptions(List.of(folder.resolve("wh")), folder.resolve("tmp"), 2, 512, 2, 8, 4, timeOut);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static Cut cut(String where) {
        return Cuts.read(where, CutSchema.of(showers.source().table()));
    }

    /** A cut and what it means in Java. */
    record Meaning(String where, Predicate<Shower> passes) {}

    private static boolean e(Shower s, Predicate<Float> test) {
        Float e = s.e();
        return e != null && !e.isNaN() && test.test(e);
    }

    static double separation(Shower s, double ra, double dec) {
        if (s.ra() == null || s.dec() == null) {
            return Double.NaN;
        }
        double a = Math.toRadians(s.dec());
        double b = Math.toRadians(dec);
        double h = Math.pow(Math.sin((a - b) / 2), 2)
                + Math.cos(a) * Math.cos(b) * Math.pow(Math.sin(Math.toRadians(s.ra() - ra) / 2), 2);
        return Math.toDegrees(2 * Math.asin(Math.sqrt(h)));
    }

    private static boolean time(Shower s, Predicate<Long> test) {
        return test.test(s.time() - Showers.FIRST_TIME);
    }

    static Stream<Meaning> meanings() {
        long third = 3 * 86_400_000_000_123L;
        return Stream.of(
                new Meaning("", s -> true),
                new Meaning("ze < 20 deg", s -> s.ze() < 20),
                new Meaning("e > 15.5", s -> e(s, e -> e > 15.5f)),
                new Meaning("not (e > 15.5)", s -> e(s, e -> e <= 15.5f)),
                new Meaning("e <= 15.5", s -> e(s, e -> e <= 15.5f)),
                new Meaning("e != 15", s -> e(s, e -> e != 15f)),
                new Meaning("e is null", s -> !e(s, e -> true)),
                new Meaning("e is not null", s -> e(s, e -> true)),
                new Meaning("e not between 15 and 16", s -> e(s, e -> e < 15f || e > 16f)),
                new Meaning("e between 15 and 16", s -> e(s, e -> e >= 15f && e <= 16f)),
                new Meaning("e > 30 PeV", s -> e(s, e -> e > (float) Math.log10(30e15))),
                new Meaning("ze in (1, 2, 3, 4, 5)", s -> s.ze() % 1 == 0 && s.ze() >= 1 && s.ze() <= 5),
                new Meaning("not (ze < 20 or e > 15)", s -> s.ze() >= 20 && e(s, e -> e <= 15f)),
                new Meaning("not (ze < 20 and ze > 10)", s -> s.ze() >= 20 || s.ze() <= 10),
                new Meaning("n = 9223372036854775805", s -> s.n() == Long.MAX_VALUE - 2),
                new Meaning("n >= 9223372036854775805.5", s -> s.n() >= Long.MAX_VALUE - 1),
                new Meaning("n < 9223372036854775808", s -> true),
                new Meaning("n > 9223372036854775808", s -> false),
                new Meaning("n = 1.5", s -> false),
                new Meaning("big = 18446744073709551615", s -> s.big() == -1L),
                new Meaning("big > -5", s -> true),
                new Meaning("big >= 18446744073709551613", s -> s.big() >= -3L),
                new Meaning("kind = 'gamma'", s -> "gamma".equals(s.kind())),
                new Meaning("kind != 'gamma'", s -> s.kind() != null && !"gamma".equals(s.kind())),
                new Meaning(
                        "kind in ('it''s 100% _hadron_')",
                        s -> s.kind() != null && s.kind().startsWith("it")),
                new Meaning("kind not in ('x')", s -> s.kind() != null),
                new Meaning(
                        "kind like '%100\\% \\_h%'",
                        s -> s.kind() != null && s.kind().startsWith("it")),
                new Meaning("kind like 'g_mm_'", s -> "gamma".equals(s.kind())),
                new Meaning("kind = 'x'' OR 1=1 --'", s -> false),
                new Meaning("has_grande", Shower::hasGrande),
                new Meaning("not has_grande", s -> !s.hasGrande()),
                new Meaning("raw is null", s -> s.kind() == null),
                new Meaning("later is null", s -> true),
                new Meaning("later > 1", s -> false),
                new Meaning(
                        "any(edep > 5 MeV)",
                        s -> s.edep() != null && s.edep().stream().anyMatch(x -> x > 5)),
                new Meaning(
                        "not any(edep > 5)",
                        s -> s.edep() != null && s.edep().stream().noneMatch(x -> x > 5)),
                new Meaning(
                        "any(edep > 5 and edep < 6)",
                        s -> s.edep() != null && s.edep().stream().anyMatch(x -> x > 5 && x < 6)),
                new Meaning(
                        "length(edep) >= 4", s -> s.edep() != null && s.edep().size() >= 4),
                new Meaning("edep is null", s -> s.edep() == null),
                new Meaning("time = 2004-01-04T00:00:00.000000369", s -> time(s, t -> t == third)),
                new Meaning("time != 2004-01-04T00:00:00.000000369", s -> time(s, t -> t != third)),
                new Meaning("time < 2004-01-04T00:00:00.000000369", s -> time(s, t -> t < third)),
                new Meaning("time <= 2004-01-04T00:00:00.000000369", s -> time(s, t -> t <= third)),
                new Meaning("time > 2004-01-04T00:00:00.000000369", s -> time(s, t -> t > third)),
                new Meaning("time >= 2004-01-04T00:00:00.000000369", s -> time(s, t -> t >= third)),
                new Meaning("time >= 2004-01-04T00:00:00.000000370", s -> time(s, t -> t > third)),
                new Meaning("time <= 2004-01-04", s -> time(s, t -> t < third)),
                new Meaning("time > 2004-01-04", s -> time(s, t -> t >= third)),
                new Meaning(
                        "time between 2004-01-04 and 2005-01-01",
                        s -> time(s, t -> t >= third && t <= 366 * 86_400_000_000_000L)),
                new Meaning("time < 1990-01-01", s -> false),
                new Meaning("cone(ra, dec, 84, 22, 0.5)", s -> separation(s, 84, 22) <= 0.5),
                new Meaning("not cone(ra, dec, 84, 22, 0.5)", s -> separation(s, 84, 22) > 0.5),
                new Meaning("cone(ra, dec, 0, 90, 30)", s -> separation(s, 0, 90) <= 30),
                new Meaning("cone(ra, dec, 359.9, -10, 20)", s -> separation(s, 359.9, -10) <= 20),
                new Meaning("cone(ra, dec, 10, -10, 180)", s -> s.ra() != null),
                new Meaning(polygon(STAR), s -> inside(s, STAR)),
                new Meaning("not " + polygon(STAR), s -> s.ra() != null && !inside(s, STAR)),
                new Meaning(polygon(POLE), s -> inside(s, POLE)),
                new Meaning(polygon(ACROSS) + " and ze < 30", s -> inside(s, ACROSS) && s.ze() < 30),
                new Meaning(
                        "cone(ra, dec, 84, 22, 1) and time < 2005-01-01 and ze < 30",
                        s -> separation(s, 84, 22) <= 1 && time(s, t -> t < 366 * 86_400_000_000_000L) && s.ze() < 30));
    }

    /** Hollow on one side. */
    private static final List<SkyPosition> STAR = corners(60, 10, 110, 10, 84, 22, 100, 50, 60, 40);

    private static final List<SkyPosition> POLE = corners(0, 60, 90, 50, 200, 55, 300, 70);
    private static final List<SkyPosition> ACROSS = corners(330, -40, 30, -30, 20, 30, 340, 25);

    private static List<SkyPosition> corners(double... numbers) {
        return IntStream.range(0, numbers.length / 2)
                .mapToObj(i -> new SkyPosition(numbers[2 * i], numbers[2 * i + 1]))
                .toList();
    }

    private static String polygon(List<SkyPosition> corners) {
        return corners.stream()
                .map(c -> ", " + c.raDeg() + ", " + c.decDeg())
                .collect(Collectors.joining("", "polygon(ra, dec", ")"));
    }

    private static boolean inside(Shower shower, List<SkyPosition> corners) {
        Double ra = shower.ra();
        Double dec = shower.dec();
        return ra != null && dec != null && new SkyPolygon(corners).contains(new SkyPosition(ra, dec));
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void selectsWhatTheCutMeans(Meaning meaning) {
        assertThat(engine.count(showers.source(), cut(meaning.where)))
                .isEqualTo(showers.rows().stream().filter(meaning.passes).count());
    }

    @ParameterizedTest
    @EnumSource(SortOrder.class)
    void answersAlikeInWhicheverOrderRowsAreKept(SortOrder sort, @TempDir Path wh) throws Exception {
        Showers sorted = Showers.in(wh, sort);
        var options = new EngineOptions(List.of(wh), wh.resolve("tmp"), 1, 256, 1, 8, 4, Duration.ofSeconds(30));
        try (var own = new DuckDbEngine(options)) {
            meanings()
                    .filter(m -> m.where.contains("cone") || m.where.contains("polygon") || m.where.contains("time"))
                    .forEach(m -> assertThat(own.count(sorted.source(), cut(m.where)))
                            .as(m.where)
                            .isEqualTo(showers.rows().stream().filter(m.passes).count()));
        }
    }

    @Test
    void leavesOutFilesThatCannotHoldARow() {
        assertThat(FilePruning.files(showers.source(), cut("time < 2004-02-01")))
                .hasSize(1);
        assertThat(FilePruning.files(showers.source(), cut("time between 2004-02-01 and 2004-03-01 and ze < 3")))
                .hasSize(1);
        assertThat(FilePruning.files(showers.source(), cut("time < 1990-01-01")))
                .isEmpty();
        assertThat(FilePruning.files(showers.source(), cut("not (time < 1990-01-01)")))
                .hasSize(4);
    }

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

    private static Engine.Row row(String... columns) {
        List<Column> shown = Arrays.stream(columns)
                .map(name -> showers.source().column(name).toColumn())
                .toList();
        return new Engine.Row(
                shown, Arrays.stream(columns).<Output>map(Output.Cell::new).toList());
    }

    @Test
    void readsCellsOfEveryTypeBack() {
        var rows = new ArrayList<Batch>();
        try (RowStream stream = engine.rows(
                showers.source(),
                Cut.EVERYTHING,
                row("uuid", "n", "big", "e", "ra", "time", "has_grande", "edep", "raw", "later"),
                List.of(),
                null,
                0)) {
            for (Batch batch = stream.next(); batch != null; batch = stream.next()) {
                rows.add(batch);
            }
        }
        assertThat(rows).hasSize(1);
        Batch batch = rows.getFirst();
        assertThat(batch.rows()).isEqualTo(2000);
        for (int i = 0; i < 2000; i++) {
            Shower s = showers.rows().get(i);
            assertThat(((Vector.Strings) batch.vectors().get(0)).values()[i]).isEqualTo(s.uuid());
            assertThat(((Vector.Longs) batch.vectors().get(1)).values()[i]).isEqualTo(s.n());
            assertThat(((Vector.Longs) batch.vectors().get(2)).values()[i]).isEqualTo(s.big());
            assertThat(batch.vectors().get(3).isNull(i)).isEqualTo(s.e() == null);
            if (s.e() != null) {
                assertThat((float) ((Vector.Doubles) batch.vectors().get(3)).values()[i])
                        .isEqualTo(s.e());
            }
            assertThat(batch.vectors().get(4).isNull(i)).isEqualTo(s.ra() == null);
            assertThat(((Vector.Longs) batch.vectors().get(5)).values()[i]).isEqualTo(s.time());
            assertThat(((Vector.Longs) batch.vectors().get(6)).values()[i]).isEqualTo(s.hasGrande() ? 1 : 0);
            assertThat(batch.vectors().get(7).isNull(i)).isEqualTo(s.edep() == null);
            assertThat(list((Vector.Lists) batch.vectors().get(7), i))
                    .isEqualTo(s.edep() == null ? List.of() : s.edep());
            byte[] raw = ((Vector.Blobs) batch.vectors().get(8)).values()[i];
            assertThat(raw).isEqualTo(s.kind() == null ? null : new byte[] {0, -1});
            assertThat(batch.vectors().get(9).isNull(i)).isTrue();
        }
    }

    private static List<Float> list(Vector.Lists lists, int row) {
        var cell = new ArrayList<Float>();
        for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
            cell.add((float) ((Vector.Doubles) lists.elements()).values()[i]);
        }
        return cell;
    }

    private static List<Double> values(List<Order> order, @Nullable Long limit, long offset, String column) {
        var values = new ArrayList<Double>();
        try (RowStream stream = engine.rows(showers.source(), Cut.EVERYTHING, row(column), order, limit, offset)) {
            for (Batch batch = stream.next(); batch != null; batch = stream.next()) {
                Vector vector = batch.vectors().getFirst();
                for (int i = 0; i < batch.rows(); i++) {
                    values.add(vector.isNull(i) ? Double.NaN : ((Vector.Doubles) vector).values()[i]);
                }
            }
        }
        return values;
    }

    @Test
    void ordersWithMissingValuesLastAndLimits() {
        List<Double> rising = values(List.of(new Order("e", false)), null, 0, "e");
        List<Double> falling = values(List.of(new Order("e", true)), null, 0, "e");
        assertThat(rising.subList(0, 1920)).isSorted().noneMatch(x -> x.isNaN());
        assertThat(rising.subList(1920, 2000)).allMatch(x -> x.isNaN());
        assertThat(falling.subList(1920, 2000)).allMatch(x -> x.isNaN());
        assertThat(falling.getFirst()).isEqualTo(rising.get(1919));
        assertThat(values(List.of(), 5L, 10, "ze"))
                .isEqualTo(showers.rows().subList(10, 15).stream()
                        .map(s -> (double) s.ze())
                        .toList());
        assertThat(values(List.of(), 0L, 0, "ze")).isEmpty();
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

    @Test
    void limitsOpenStreamsAndGivesThemBack() {
        var open = new ArrayList<RowStream>();
        for (int i = 0; i < 4; i++) {
            open.add(engine.rows(showers.source(), Cut.EVERYTHING, row("n"), List.of(), null, 0));
        }
        assertThatThrownBy(() -> engine.rows(showers.source(), Cut.EVERYTHING, row("n"), List.of(), null, 0))
                .hasMessageContaining("too many");
        open.forEach(RowStream::close);
        open.forEach(RowStream::close);
        try (RowStream stream = engine.rows(showers.source(), Cut.EVERYTHING, row("n"), List.of(), null, 0)) {
            assertThat(stream.next()).isNotNull();
        }
    }

    @Test
    void cancelsAndServesOn() {
        try (var hasty = new DuckDbEngine(options(Duration.ZERO))) {
            assertThatThrownBy(() -> hasty.count(showers.source(), cut("any(edep > 5) or ze < 3")))
                    .hasMessageContaining("longer than");
        }
        try (RowStream stream = engine.rows(showers.source(), Cut.EVERYTHING, row("n"), List.of(), null, 0)) {
            assertThat(stream.columns()).hasSize(1);
        }
        assertThat(engine.count(showers.source(), cut("ze < 61"))).isEqualTo(2000);
    }

    @Test
    void readsNoFileOutsideOfTheWarehouse(@TempDir Path elsewhere) throws Exception {
        Showers foreign = Showers.in(elsewhere, SortOrder.NONE);
        assertThatThrownBy(() -> engine.count(foreign.source(), cut("ze < 3")))
                .isInstanceOf(IllegalStateException.class)
                .rootCause()
                .hasMessageContaining("Permission Error");
    }
}
