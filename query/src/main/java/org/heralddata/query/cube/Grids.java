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

    private static final long SECOND = 1000;
    private static final long DAY = 86_400 * SECOND;
    private static final Pattern EVEN = Pattern.compile("^(pos|stat|time|meta\\.(id|record|code)).*");

    private Grids() {}

    /** The grid over all values of a column, on the axis that suits them; empty if it has no numbers. */
    public static Optional<Grid> usual(PublishedColumn column) {
        return of(column, usualScale(column), null, null);
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
     * @param min null for the least value; of times milliseconds since 1970
     * @return empty if there are no values, or none above 0 for a logarithmic axis
     */
    public static Optional<Grid> of(
            PublishedColumn column, GridScale scale, @Nullable Double min, @Nullable Double max) {
        ColumnType type = column.type();
        if (!column.shape().isScalar()
                || (!type.isNumeric() && type != ColumnType.TIMESTAMP && type != ColumnType.BOOL)) {
            return Optional.empty();
        }
        boolean time = type == ColumnType.TIMESTAMP;
        double nanos = time ? 1e-6 : 1;
        Double least = column.statistics().min();
        Double most = column.statistics().max();
        double from = min != null ? min : least != null ? least * nanos : Double.NaN;
        double to = max != null ? max : most != null ? most * nanos : Double.NaN;
        if (type == ColumnType.BOOL) {
            return Optional.of(new Grid.Decimal(0, 1, 0, 3));
        }
        if (!Double.isFinite(from) || !Double.isFinite(to) || to < from) {
            return Optional.empty();
        }
        if (time) {
            return Optional.of(times(from, to));
        }
        if (scale == GridScale.LOG) {
            return from > 0 ? Optional.of(ratios(from, to)) : Optional.empty();
        }
        boolean whole = !type.isFloating();
        if (from == to && !whole) {
            from -= 0.5;
            to += 0.5;
        }
        return decimals(BigDecimal.valueOf(from), BigDecimal.valueOf(to), whole);
    }

    /** The grid over moments, in milliseconds since 1970. */
    public static Grid times(double min, double max) {
        return moments((long) Math.floor(min), (long) Math.ceil(max));
    }

    /** Steps that go into one bin, so that there are at most so many bins; 0 for the usual number. */
    public static int group(Grid grid, int bins) {
        int wanted = bins <= 0 ? BINS + 4 : bins;
        for (int group = 1; group < grid.steps(); group++) {
            if (grid.steps() % group == 0 && grid.steps() / group <= wanted) {
                return group;
            }
        }
        return grid.steps();
    }

    /** Of whole numbers, the last bin ends above the greatest one. */
    private static Optional<Grid> decimals(BigDecimal min, BigDecimal max, boolean whole) {
        BigDecimal end = whole ? max.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE) : max;
        BigDecimal start = whole ? min.setScale(0, RoundingMode.CEILING) : min;
        BigDecimal bin = nice(end.subtract(start).divide(BigDecimal.valueOf(BINS), MathContext.DECIMAL64));
        if (whole) {
            bin = bin.max(BigDecimal.ONE);
        }
        long first = start.divide(bin, 0, RoundingMode.FLOOR).longValue();
        long last = end.divide(bin, 0, RoundingMode.CEILING).longValue();
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

    /** 1, 2 or 5 times a power of ten, not below. */
    private static BigDecimal nice(BigDecimal least) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
        for (int digit : new int[] {1, 2, 5}) {
            BigDecimal step = power.multiply(BigDecimal.valueOf(digit));
            if (step.compareTo(least) >= 0) {
                return step;
            }
        }
        return power.scaleByPowerOfTen(1);
    }

    private static Grid moments(long min, long max) {
        long bin = bin((max - min) / BINS + 1);
        long first = Math.floorDiv(min, bin) * bin;
        int bins = (int) Math.max(1, Math.ceilDiv(max - first, bin));
        for (int parts : new int[] {12, 10, 8, 6, 5, 4, 3, 2}) {
            if (bins * parts <= STEPS
                    && bin % parts == 0
                    && (bin < SECOND || bin / parts % SECOND == 0 || bin <= 10 * SECOND)) {
                return new Grid.Moments(first, bin / parts, bins * parts + 1);
            }
        }
        return new Grid.Moments(first, bin, bins + 1);
    }

    /** A part of a second, minute, hour, or days. */
    private static long bin(long least) {
        long[] clock = {
            1,
            2,
            5,
            10,
            20,
            50,
            100,
            200,
            500,
            SECOND,
            2 * SECOND,
            5 * SECOND,
            10 * SECOND,
            15 * SECOND,
            30 * SECOND,
            60 * SECOND,
            120 * SECOND,
            300 * SECOND,
            600 * SECOND,
            900 * SECOND,
            1800 * SECOND,
            3600 * SECOND,
            7200 * SECOND,
            10800 * SECOND,
            21600 * SECOND,
            43200 * SECOND,
            DAY
        };
        for (long step : clock) {
            if (step >= least) {
                return step;
            }
        }
        long days = Math.ceilDiv(least, DAY);
        return nice(BigDecimal.valueOf(days)).longValue() * DAY;
    }

    private static Grid ratios(double min, double max) {
        double decades = Math.max(0.01, Math.log10(max / min));
        int[] perDecade = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000};
        int bins = 1;
        for (int candidate : perDecade) {
            if (candidate * decades <= BINS) {
                bins = candidate;
            }
        }
        long first = (long) Math.floor(Math.log10(min) * bins + 1e-9);
        long last = Math.max(first + 1, (long) Math.ceil(Math.log10(max) * bins - 1e-9));
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
        return new Grid.Ratios(values);
    }
}
