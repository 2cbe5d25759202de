package org.heralddata.query.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.coverage.SkyPolygon;
import org.heralddata.model.sky.SkyPosition;
import org.heralddata.query.Showers;
import org.heralddata.query.Showers.Shower;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CutMeaningsTest extends EngineOverShowers {
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
}
