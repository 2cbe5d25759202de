package org.heralddata.serve.portal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.unit.Unit;
import org.jspecify.annotations.Nullable;

/** How numbers, sizes and times are written on pages. */
public final class Figures {
    /** Thin space: ISO 80000-1 groups digits by it. */
    private static final char THIN = '\u2009';

    private static final String[] SIZES = {"B", "kB", "MB", "GB", "TB"};

    private Figures() {}

    /** 78569 becomes {@code 78 569}. */
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n).replace(',', THIN);
    }

    /** {@code 1 release}, {@code 3 releases}. */
    public static String counted(long n, String word) {
        return count(n) + " " + word + (n == 1 ? "" : "s");
    }

    /** A count in three digits: {@code 217 k}. */
    public static String rough(long n) {
        if (n < 10_000) {
            return count(n);
        }
        double value = n;
        int step = 0;
        while (value >= 999.5 && step < 3) {
            value /= 1000;
            step++;
        }
        return short3(value) + THIN + new String[] {"", "k", "M", "G"}[step];
    }

    /** Share of a whole: {@code 39 %}. Never rounded to 0 or 100 unless it is. */
    public static String share(long part, long whole) {
        double percent = whole == 0 ? 0 : 100.0 * part / whole;
        String text = percent == 0 || part == whole
                ? String.format(Locale.ROOT, "%.0f", percent)
                : percent < 0.01 ? "<" + THIN + "0.01" : percent > 99.9 ? ">" + THIN + "99.9" : short3(percent);
        return text + THIN + "%";
    }

    /** A size in powers of 1000. */
    public static String bytes(long n) {
        double value = n;
        int step = 0;
        while (value >= 999.5 && step < SIZES.length - 1) {
            value /= 1000;
            step++;
        }
        return (step == 0 ? Long.toString(n) : short3(value)) + THIN + SIZES[step];
    }

    /** How long a person waits. */
    public static String duration(double seconds) {
        if (seconds < 0.95) {
            return String.format(Locale.ROOT, "about %.1f", Math.max(0.1, seconds)) + THIN + "s";
        }
        return seconds < 90
                ? "about " + Math.round(seconds) + THIN + "s"
                : "about " + Math.round(seconds / 60) + THIN + "min";
    }

    /** The day, UTC. */
    public static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** Nanoseconds since 1970 as a day. */
    public static LocalDate dayOfNanoseconds(double ns) {
        return day(instant((long) ns));
    }

    static Instant instant(long ns) {
        return Instant.ofEpochSecond(Math.floorDiv(ns, 1_000_000_000L), Math.floorMod(ns, 1_000_000_000L));
    }

    /** A time with as many decimals as it has. */
    static String time(long ns) {
        return DateTimeFormatter.ISO_INSTANT.format(instant(ns));
    }

    /** A whole number as it is, another one in at most eight digits, without zeros that say nothing. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e12) {
            return Long.toString((long) value);
        }
        var rounded = new BigDecimal(value).round(new MathContext(8)).stripTrailingZeros();
        double size = Math.abs(value);
        if (size != 0 && (size >= 1e9 || size < 1e-4)) {
            return rounded.toString().replace("E+", "e").replace("E", "e");
        }
        return rounded.toPlainString();
    }

    /** A unit for people. */
    public static String unit(Unit unit) {
        return unit.symbol().replace("**", "^").replace('.', '·');
    }

    /** What values a column has: {@code 13.4 to 17.9}; a dash if none are known. */
    public static String range(PublishedColumn column) {
        var statistics = column.statistics();
        Double min = statistics.min();
        Double max = statistics.max();
        return min == null || max == null || column.type() == ColumnType.BOOL
                ? "–"
                : value(column.type(), min) + " to " + value(column.type(), max);
    }

    private static String value(ColumnType type, double value) {
        if (type == ColumnType.TIMESTAMP) {
            return instant((long) value).truncatedTo(ChronoUnit.SECONDS).toString();
        }
        return type == ColumnType.FLOAT32 || type == ColumnType.FLOAT64
                ? number(new BigDecimal(value).round(new MathContext(5)).doubleValue())
                : number(value);
    }

    /** Text, or a dash where there is none. */
    public static String orDash(@Nullable String text) {
        return text == null || text.isBlank() ? "–" : text;
    }

    private static String short3(double value) {
        return value >= 99.95
                ? String.format(Locale.ROOT, "%.0f", value)
                : new BigDecimal(value)
                        .round(new MathContext(2))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
