package org.heralddata.app.describe;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Statistics over all elements of one column: how many, how many finite, least, greatest, sum, first and last. Sums of integers
 * are exact; sums of floating-point numbers are compensated (Neumaier 1974). For one thread.
 */
final class ColumnSummary {
    private final Column column;
    private long count;
    private long finite;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double sum;
    private double lost;
    private @Nullable BigInteger least;
    private @Nullable BigInteger greatest;
    private BigInteger total = BigInteger.ZERO;
    private long partial;
    private @Nullable Object first;
    private @Nullable Object last;

    ColumnSummary(Column column) {
        this.column = column;
    }

    Column column() {
        return column;
    }

    /** Elements with a value. */
    long count() {
        return count;
    }

    /** Elements that are numbers and neither NaN nor infinite; all elements of types that are no numbers. */
    long finite() {
        return finite;
    }

    @Nullable
    Number min() {
        return !column.type().isNumeric() || finite == 0 ? null : least != null ? least : Double.valueOf(min);
    }

    @Nullable
    Number max() {
        return !column.type().isNumeric() || finite == 0 ? null : greatest != null ? greatest : Double.valueOf(max);
    }

    @Nullable
    Number sum() {
        if (!column.type().isNumeric()) {
            return null;
        }
        return column.type().isInteger() ? total.add(BigInteger.valueOf(partial)) : (Number) (sum + lost);
    }

    /** The first element with a value, as JSON would show it; null if there is none. */
    @Nullable
    Object first() {
        return first;
    }

    @Nullable
    Object last() {
        return last;
    }

    void add(Vector vector) {
        switch (vector) {
            case Vector.Lists lists -> addLists(lists);
            case Vector.Longs longs -> addLongs(longs);
            case Vector.Doubles doubles -> addDoubles(doubles);
            case Vector.Strings strings -> {
                for (int i = 0; i < strings.size(); i++) {
                    addOther(strings.values()[i]);
                }
            }
            case Vector.Blobs blobs -> {
                for (int i = 0; i < blobs.size(); i++) {
                    byte[] bytes = blobs.values()[i];
                    addOther(bytes == null ? null : HexFormat.of().formatHex(bytes));
                }
            }
        }
    }

    private void addLists(Vector.Lists lists) {
        int from = lists.offsets()[0];
        int to = lists.offsets()[lists.size()];
        if (from == 0 && to == lists.elements().size()) {
            add(lists.elements());
        } else if (to > from) {
            add(Slices.of(lists.elements(), from, to));
        }
    }

    private void addLongs(Vector.Longs longs) {
        ColumnType type = column.type();
        for (int i = 0; i < longs.size(); i++) {
            if (longs.isNull(i)) {
                continue;
            }
            long value = longs.values()[i];
            switch (type) {
                case BOOL -> addOther(value != 0);
                case TIMESTAMP -> addOther(instant(value));
                default -> addInteger(value);
            }
        }
    }

    private void addInteger(long value) {
        boolean unsigned = column.type() == ColumnType.UINT64 && value < 0;
        BigInteger exact = unsigned ? new BigInteger(Long.toUnsignedString(value)) : null;
        if (exact == null) {
            long next = partial + value;
            if (((partial ^ next) & (value ^ next)) < 0) {
                total = total.add(BigInteger.valueOf(partial));
                next = value;
            }
            partial = next;
        } else {
            total = total.add(exact);
        }
        boundInteger(exact != null ? exact : BigInteger.valueOf(value));
        seen(exact != null ? exact : (Object) value);
        finite++;
    }

    private void boundInteger(BigInteger value) {
        if (least == null || value.compareTo(least) < 0) {
            least = value;
        }
        if (greatest == null || value.compareTo(greatest) > 0) {
            greatest = value;
        }
    }

    private void addDoubles(Vector.Doubles doubles) {
        for (int i = 0; i < doubles.size(); i++) {
            if (doubles.isNull(i)) {
                continue;
            }
            double value = doubles.values()[i];
            seen(value);
            if (Double.isFinite(value)) {
                finite++;
                min = Math.min(min, value);
                max = Math.max(max, value);
                double next = sum + value;
                lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
                sum = next;
            }
        }
    }

    private void addOther(@Nullable Object value) {
        if (value != null) {
            seen(value);
            finite++;
        }
    }

    private void seen(Object value) {
        count++;
        if (first == null) {
            first = value;
        }
        last = value;
    }

    private static String instant(long nanoseconds) {
        return Instant.ofEpochSecond(
                        Math.floorDiv(nanoseconds, 1_000_000_000L), Math.floorMod(nanoseconds, 1_000_000_000L))
                .toString();
    }
}
