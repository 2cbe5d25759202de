package org.heralddata.ingest.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.BitSet;
import java.util.Objects;
import org.heralddata.model.table.Vector;
import org.heralddata.model.time.TimeScale;
import org.heralddata.testkit.Oracle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReadersTest {
    private final TimeProblems problems = new TimeProblems();

    @Test
    void readsUnixSecondsAndNanosecondsExactly() {
        TimeReader reader = TimeReaders.seconds(TimeScale.UTC, 1, 1, problems);
        assertThat(read(reader, longs(1_234_567_890L), longs(987_654_321L))).isEqualTo(1_234_567_890_987_654_321L);
        assertThat(read(reader, longs(-1), null)).isEqualTo(-1_000_000_000L);
        assertThat(read(reader, doubles(1.5), doubles(250))).isEqualTo(1_500_000_250L);
        assertThat(problems.notes()).isEmpty();
    }

    @Test
    void readsIntegersOfOtherUnitsExactly() {
        TimeReader nanoseconds = TimeReaders.seconds(TimeScale.UTC, 1e-9, 1, problems);
        assertThat(read(nanoseconds, longs(1_234_567_890_987_654_321L), null)).isEqualTo(1_234_567_890_987_654_321L);
        TimeReader milliseconds = TimeReaders.seconds(TimeScale.UTC, 1e-3, 1e3, problems);
        assertThat(read(milliseconds, longs(1_234_567_890_987L), longs(5))).isEqualTo(1_234_567_890_987_005_000L);
    }

    @Test
    void keepsAllDigitsOfDoubles() {
        TimeReader reader = TimeReaders.seconds(TimeScale.UTC, 1, 1, problems);
        double seconds = 1_234_567_890.123456;
        assertThat(read(reader, doubles(seconds), null))
                .isEqualTo(new BigDecimal(seconds)
                        .movePointRight(9)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
        TimeReader mjd = TimeReaders.mjd(TimeScale.UTC, 1, problems);
        assertThat(read(mjd, doubles(58_849.25), null)).isEqualTo(ns("2020-01-01T06:00:00Z"));
        assertThat(read(mjd, doubles(40_586.5), null)).isEqualTo(-43_200_000_000_000L);
        assertThat(read(mjd, longs(58_849), null)).isEqualTo(ns("2020-01-01T00:00:00Z"));
    }

    @Test
    void readsGpsTime() {
        TimeReader reader = TimeReaders.gps(1, 1, problems);
        assertThat(read(reader, longs(0), null)).isEqualTo(ns("1980-01-06T00:00:00Z"));
        assertThat(read(reader, longs(1_187_008_882), longs(430_000_000))).isEqualTo(ns("2017-08-17T12:41:04.43Z"));
    }

    @Test
    void readsElapsedTimeOfFits() {
        var reference = new BigDecimal("51910").add(new BigDecimal("7.428703703703703e-4"));
        TimeReader fermi = TimeReaders.elapsed(reference, TimeScale.TT, 1, problems);
        assertThat(read(fermi, doubles(0), null)).isEqualTo(ns("2001-01-01T00:00:00Z"));
        assertThat(read(fermi, longs(410_227_203), null)).isEqualTo(ns("2014-01-01T00:00:00Z"));
    }

    @Test
    void countsLeapSecondsSinceAnEpochOfUtc() {
        TimeReader reader = TimeReaders.elapsed(new BigDecimal("52706"), TimeScale.UTC, 1, problems);
        assertThat(read(reader, longs(0), null)).isEqualTo(ns("2003-03-08T00:00:00Z"));
        long days = 57_754 - 52_706;
        assertThat(read(reader, longs(days * 86_400 + 5), null)).isEqualTo(ns("2017-01-01T00:00:00Z"));
    }

    @Test
    void takesSecondsSinceTheUnixEpochOfUtcForUnixSeconds() {
        TimeReader reader = TimeReaders.elapsed(new BigDecimal("40587"), TimeScale.UTC, 1, problems);
        assertThat(read(reader, longs(1_500_000_000), null)).isEqualTo(1_500_000_000_000_000_000L);
    }

    @Test
    void tellsOfLeapSeconds() {
        TimeReader gps = TimeReaders.gps(1, 1, problems);
        long afterLeap = 1_167_264_018;
        assertThat(read(gps, longs(afterLeap), null)).isEqualTo(ns("2017-01-01T00:00:00Z"));
        assertThat(problems.withinLeapSecond()).isZero();
        assertThat(read(gps, longs(afterLeap - 1), longs(500_000_000))).isEqualTo(ns("2017-01-01T00:00:00.5Z"));
        assertThat(problems.withinLeapSecond()).isEqualTo(1);
        assertThat(read(gps, longs(afterLeap - 2), null)).isEqualTo(ns("2016-12-31T23:59:59Z"));
        TimeReader iso = TimeReaders.iso(TimeScale.UTC, problems);
        assertThat(read(iso, texts("2016-12-31T23:59:60.25Z"), null)).isEqualTo(ns("2017-01-01T00:00:00.25Z"));
        assertThat(problems.withinLeapSecond()).isEqualTo(2);
        assertThat(problems.notes()).singleElement().asString().startsWith("2 times are within a leap second");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2004-02-29, 2004-02-29T00:00:00Z
                    1999-12-31T23:59, 1999-12-31T23:59:00Z
                    1999-12-31 23:59:59.5, 1999-12-31T23:59:59.5Z
                    '2000-03-01t00:00:00,123456789123', 2000-03-01T00:00:00.123456789Z
                    2000-01-01T01:30:00+01:30, 2000-01-01T00:00:00Z
                    2000-01-01T00:00:00-0500, 2000-01-01T05:00:00Z
                    2000-01-01T00:00:00-05, 2000-01-01T05:00:00Z
                    2000-01-01 00:00:00 UTC, 2000-01-01T00:00:00Z
                    1678-01-01T00:00:00Z, 1678-01-01T00:00:00Z
                    2261-12-31T23:59:59.999999999Z, 2261-12-31T23:59:59.999999999Z
                    """)
    void readsIso8601(String text, String expected) {
        assertThat(read(TimeReaders.iso(TimeScale.UTC, problems), texts(text), null))
                .isEqualTo(ns(expected));
        assertThat(problems.notes()).isEmpty();
    }

    @Test
    void takesTextWithoutZoneForTheScale() {
        TimeReader tt = TimeReaders.iso(TimeScale.TT, problems);
        assertThat(read(tt, texts("2014-01-01T00:01:07.184"), null)).isEqualTo(ns("2014-01-01T00:00:00Z"));
        assertThat(read(tt, texts("2014-01-01T00:00:00Z"), null)).isEqualTo(ns("2014-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2000",
                "2000-13-01",
                "2000-02-30",
                "1900-02-29",
                "2000-01-01T",
                "2000-01-01T24:00",
                "2000-01-01T10",
                "2000-01-01T10:60",
                "2000-01-01T10:00:61",
                "2000-01-01T10:00:00.",
                "2000-01-01T10:00:00Zx",
                "2016-12-30T23:59:60Z",
                "2000-01-01T10:00:00+",
                "2000-01-01T10:00:00+1",
                "2000-1-1",
                "-2000-01-01"
            })
    void textThatIsNoTimeBecomesNullAndIsCounted(String text) {
        assertThat(read(TimeReaders.iso(TimeScale.UTC, problems), texts(text), null))
                .isNull();
        assertThat(problems.unreadable()).isEqualTo(1);
        assertThat(problems.notes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e300, 1e10, -1e10})
    void timesOutOfRangeBecomeNullAndAreCounted(double seconds) {
        assertThat(read(TimeReaders.seconds(TimeScale.UTC, 1, 1, problems), doubles(seconds), null))
                .isNull();
        assertThat(problems.outOfRange()).isEqualTo(1);
        assertThat(problems.notes()).hasSize(1);
    }

    @Test
    void integersOutOfRangeBecomeNull() {
        TimeReader reader = TimeReaders.seconds(TimeScale.UTC, 1, 1, problems);
        assertThat(read(reader, longs(Long.MAX_VALUE), null)).isNull();
        assertThat(read(reader, longs(9_223_372_036L), longs(Long.MAX_VALUE))).isNull();
        assertThat(read(TimeReaders.iso(TimeScale.UTC, problems), texts("2262-01-01"), null))
                .isNull();
        assertThat(read(TimeReaders.iso(TimeScale.UTC, problems), texts("0001-01-01"), null))
                .isNull();
        assertThat(problems.outOfRange()).isEqualTo(4);
    }

    @Test
    void atomicScalesStartIn1972() {
        TimeReader reader = TimeReaders.seconds(TimeScale.TAI, 1, 1, problems);
        assertThat(read(reader, longs(63_072_010), null)).isEqualTo(ns("1972-01-01T00:00:00Z"));
        assertThat(read(reader, longs(63_072_009), null)).isNull();
        assertThat(problems.outOfRange()).isEqualTo(1);
    }

    @Test
    void noTimeStaysNoTime() {
        var nulls = new BitSet();
        nulls.set(1);
        var seconds = new Vector.Longs(new long[] {1, 2, 3}, 3, nulls);
        Vector.Longs times = TimeReaders.seconds(TimeScale.UTC, 1, 1, problems)
                .read(seconds, new Vector.Longs(new long[3], 3, nulls));
        assertThat(times.values()[0]).isEqualTo(1_000_000_000L);
        assertThat(times.isNull(1)).isTrue();
        assertThat(times.isNull(2)).isFalse();
        assertThat(problems.notes()).isEmpty();
    }

    @Test
    void agreesWithAstropy() {
        String[] answers = Oracle.python("astropy").run("""
                        from astropy.time import Time, TimeDelta
                        for scale in ('tai', 'tt', 'tdb', 'gps'):
                            gps = scale == 'gps'
                            epoch = Time('1980-01-06T00:00:19', scale='tai') if gps else Time('1970-01-01', scale=scale)
                            for i in range(200):
                                s = i * 7000321 if gps else 80000000 + i * 8800123
                                t = (epoch + TimeDelta(s, format='sec', scale='tai' if gps else scale)).utc
                                t.precision = 9
                                print(scale.upper(), s, t.isot)
                        """).split("\n", -1);
        assertThat(answers).hasSize(800);
        for (String answer : answers) {
            String[] words = answer.split(" ", -1);
            TimeScale scale = TimeScale.valueOf(words[0]);
            TimeReader reader = scale == TimeScale.GPS
                    ? TimeReaders.gps(1, 1, problems)
                    : TimeReaders.seconds(scale, 1, 1, problems);
            long ns = Objects.requireNonNull(read(reader, longs(Long.parseLong(words[1])), null), answer);
            assertThat((double) (ns - ns(words[2] + "Z"))).as(answer).isCloseTo(0, within(20.0));
        }
    }

    private static @Nullable Long read(TimeReader reader, Vector main, @Nullable Vector extra) {
        Vector.Longs times = reader.read(main, extra);
        return times.isNull(0) ? null : times.values()[0];
    }

    private static Vector longs(long value) {
        return new Vector.Longs(new long[] {value}, 1, null);
    }

    private static Vector doubles(double value) {
        return new Vector.Doubles(new double[] {value}, 1, null);
    }

    private static Vector texts(String value) {
        return new Vector.Strings(new @Nullable String[] {value}, 1, null);
    }

    private static long ns(String instant) {
        Instant at = Instant.parse(instant);
        return at.getEpochSecond() * 1_000_000_000L + at.getNano();
    }
}
