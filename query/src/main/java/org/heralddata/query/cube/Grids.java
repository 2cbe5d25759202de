package org.heralddata.query.cube;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.table.ColumnType;
import org.jspecify.annotations.Nullable;

/** Makes grids as a person would: bins of 1, 2 or 5 times a power of ten, times by seconds, minutes, hours and days. */
public final class Grids {
    /** Bins of a histogram, at most, unless asked otherwise. */
    private static final int BINS = 60;

    /** Steps of a grid, at most: about the pixels of a histogram. */
    private static final int STEPS = 400;

    /** Whole numbers of so many bits are exact as floating-point numbers, the greatest of a grid too. */
    private static final int EXACT_BITS = 52;

    /** Bins of a histogram, at most, when rounded to widths that a person would choose. */
    static final int MOST_BINS = BINS + 4;

    private static final long SECOND = 1000;
    private static final Pattern EVEN = Pattern.compile("^(pos|stat|time|meta\\.(id|record|code)).*");

    private Grids() {}

    /** The grid over all values of a column, on the axis that suits them; empty if it has no numbers. */
    public static Optional<Grid> usual(PublishedColumn column) {
        return of(column, usualScale(column), null, null, 0);
    }

    /** Logarithmic where positive values run over two decades, unless they are angles, times, probabilities, identifiers. */
    public static GridScale usualScale(PublishedColumn column) {
        Double min = column.statistics().min();
        Double max = column.statistics().max();
        String unit = column.unit().symbol();
        boolean even = column.type() == ColumnType.TIMESTAMP
                || unit.equals("deg")
                || unit.equals("rad")
                || EVEN.matcher(column.ucd().words()).matches();
        return !even && min != null && max != null && min > 0 && max / min > 100 ? GridScale.LOG : GridScale.LINEAR;
    }

    /**
     * A grid over a part of a column.
     *
     * @param min  null for the least value; of times milliseconds since 1970
     * @param most bins that it is made of, at most; 0 for the usual number
     * @return empty if there are no values, or none above 0 for a logarithmic axis
     */
    public static Optional<Grid> of(
            PublishedColumn column, GridScale scale, @Nullable Double min, @Nullable Double max, int most) {
        ColumnType type = column.type();
        if (!column.shape().isScalar()
                || (!type.isNumeric() && type != ColumnType.TIMESTAMP && type != ColumnType.BOOL)) {
            return Optional.empty();
        }
        boolean time = type == ColumnType.TIMESTAMP;
        double nanos = time ? 1e-6 : 1;
        Double least = column.statistics().min();
        Double greatest = column.statistics().max();
        double from = min != null ? min : least != null ? least * nanos : Double.NaN;
        double to = max != null ? max : greatest != null ? greatest * nanos : Double.NaN;
        if (type == ColumnType.BOOL) {
            return Optional.of(new Grid.Decimal(0, 1, 0, 3));
        }
        if (!Double.isFinite(from) || !Double.isFinite(to) || to < from) {
            return Optional.empty();
        }
        if (time) {
            return Optional.of(times(from, to, most));
        }
        if (scale == GridScale.LOG) {
            return from > 0 ? Optional.of(ratios(from, to, most)) : Optional.empty();
        }
        boolean whole = !type.isFloating();
        if (from == to && !whole) {
            from -= 0.5;
            to += 0.5;
        }
        return decimals(BigDecimal.valueOf(from), BigDecimal.valueOf(to), whole, most);
    }

    /** The grid over moments, in milliseconds since 1970. */
    public static Grid times(double min, double max, int most) {
        return moments((long) Math.floor(min), (long) Math.ceil(max), most);
    }

    /** How many bins are aimed at, and how many may be. */
    private static int wanted(int most) {
        return most <= 0 ? BINS : Math.min(most, STEPS);
    }

    private static int atMost(int most) {
        return most <= 0 ? MOST_BINS : Math.min(most, STEPS);
    }

    /** Of whole numbers, the last bin ends above the greatest one. */
    private static Optional<Grid> decimals(BigDecimal min, BigDecimal max, boolean whole, int most) {
        BigDecimal end = whole ? max.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE) : max;
        BigDecimal start = whole ? min.setScale(0, RoundingMode.CEILING) : min;
        BigDecimal bin =
                NiceSteps.decimal(end.subtract(start).divide(BigDecimal.valueOf(wanted(most)), MathContext.DECIMAL64));
        if (whole) {
            bin = bin.max(BigDecimal.ONE);
        }
        long first = start.divide(bin, 0, RoundingMode.FLOOR).longValue();
        long last = end.divide(bin, 0, RoundingMode.CEILING).longValue();
        while (last - first > atMost(most)) {
            bin = NiceSteps.decimal(bin.add(bin.ulp()));
            first = start.divide(bin, 0, RoundingMode.FLOOR).longValue();
            last = end.divide(bin, 0, RoundingMode.CEILING).longValue();
            if (last - first <= 2) {
                break; // two bins, one on each side of 0
            }
        }
        int bins = (int) Math.max(1, last - first);
        for (int parts : new int[] {10, 5, 4, 2, 1}) {
            BigDecimal step =
                    bin.divide(BigDecimal.valueOf(parts), MathContext.DECIMAL64).stripTrailingZeros();
            boolean fits = bins * parts <= STEPS && !(whole && step.scale() > 0);
            if (fits || parts == 1) {
                long unit = step.unscaledValue().longValueExact();
                BigInteger at = BigInteger.valueOf(first).multiply(BigInteger.valueOf(parts * unit));
                return at.bitLength() < EXACT_BITS && Math.abs(step.scale()) <= 22
                        ? Optional.of(new Grid.Decimal(at.longValue(), unit, -step.scale(), bins * parts + 1))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Grid moments(long min, long max, int most) {
        long bin =
                NiceSteps.time(most <= 0 ? (max - min) / BINS + 1 : Math.max(1, Math.ceilDiv(max - min, wanted(most))));
        while (bins(min, max, bin) > Math.max(2, atMost(most))) {
            bin = NiceSteps.time(bin + 1);
        }
        long first = Math.floorDiv(min, bin) * bin;
        int bins = (int) bins(min, max, bin);
        for (int parts : new int[] {12, 10, 8, 6, 5, 4, 3, 2}) {
            if (bins * parts <= STEPS
                    && bin % parts == 0
                    && (bin < SECOND || bin / parts % SECOND == 0 || bin <= 10 * SECOND)) {
                return new Grid.Moments(first, bin / parts, bins * parts + 1);
            }
        }
        return new Grid.Moments(first, bin, bins + 1);
    }

    private static long bins(long min, long max, long bin) {
        return Math.max(1, Math.ceilDiv(max - Math.floorDiv(min, bin) * bin, bin));
    }

    /** The power of the root of ten, of so many roots in a decade, that is not above. */
    private static long below(double value, int roots) {
        return (long) Math.floor(Math.log10(value) * roots + 1e-9);
    }

    private static long above(double value, int roots) {
        return (long) Math.ceil(Math.log10(value) * roots - 1e-9);
    }

    private static Grid ratios(double min, double max, int most) {
        double decades = Math.max(0.01, Math.log10(max / min));
        int[] perDecade = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000};
        int bins = 1;
        for (int candidate : perDecade) {
            if (candidate * decades <= wanted(most) + (most <= 0 ? 0 : 1e-9)
                    && above(max, candidate) - below(min, candidate) <= atMost(most)) {
                bins = candidate;
            }
        }
        long first = below(min, bins);
        long last = Math.max(first + 1, above(max, bins));
        int parts = 1;
        for (int candidate : new int[] {2, 4, 5, 10}) {
            if ((last - first) * candidate <= STEPS) {
                parts = candidate;
            }
        }
        int perStep = bins * parts;
        int digits = (int) Math.ceil(1 - Math.log10(0.2 * Math.log(10) / perStep));
        var round = new MathContext(Math.clamp(digits, 2, 15), RoundingMode.HALF_EVEN);
        List<Double> values = new ArrayList<>();
        for (long i = first * parts; i <= last * parts; i++) {
            values.add(BigDecimal.valueOf(Math.pow(10, (double) i / perStep))
                    .round(round)
                    .doubleValue());
        }
        // rounding may not leave out the least or the greatest
        if (values.getFirst() > min) {
            values.set(0, min);
        }
        if (values.getLast() < max) {
            values.set(values.size() - 1, max);
        }
        return new Grid.Ratios(values, perStep, first * parts);
    }
}
