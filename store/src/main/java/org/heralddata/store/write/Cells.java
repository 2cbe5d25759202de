package org.heralddata.store.write;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.heralddata.model.table.Vector;
import org.heralddata.store.write.StoredField.Kind;
import org.jspecify.annotations.Nullable;

/** Appends cells of one field to DuckDB. */
final class Cells {
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private Cells() {}

    /** Appends the cell of a row. {@code nanoseconds} selects the second field of a timestamp. */
    static void append(DuckDBAppender to, Vector vector, int row, Kind kind, boolean nanoseconds) throws SQLException {
        if (vector.isNull(row)) {
            to.appendNull();
            return;
        }
        switch (vector) {
            case Vector.Longs longs -> appendLong(to, longs.values()[row], kind, nanoseconds);
            case Vector.Doubles doubles -> {
                if (kind == Kind.FLOAT) {
                    to.append((float) doubles.values()[row]);
                } else {
                    to.append(doubles.values()[row]);
                }
            }
            case Vector.Strings strings -> to.append(strings.values()[row]);
            case Vector.Blobs blobs -> {
                byte[] bytes = blobs.values()[row];
                to.append(bytes);
            }
            case Vector.Lists lists -> appendList(to, lists, row, kind, nanoseconds);
        }
    }

    private static void appendLong(DuckDBAppender to, long value, Kind kind, boolean nanoseconds) throws SQLException {
        switch (kind) {
            case BOOLEAN -> to.append(value != 0);
            case INT -> to.append(nanoseconds ? nanosecond(value) : (int) value);
            case LONG -> to.append(value);
            case DECIMAL20 -> to.append(unsigned(value));
            case TIMESTAMP -> to.appendEpochMicros(Math.floorDiv(value, NANOS_PER_MICRO));
            case FLOAT -> to.append((float) value);
            case DOUBLE -> to.append((double) value);
            case STRING, BINARY -> throw mismatch(kind);
        }
    }

    private static void appendList(DuckDBAppender to, Vector.Lists lists, int row, Kind kind, boolean nanoseconds)
            throws SQLException {
        int from = lists.offsets()[row];
        int length = lists.offsets()[row + 1] - from;
        Vector elements = lists.elements();
        boolean nulls = elements.nulls() != null && elements.nulls().nextSetBit(from) >= 0;
        if (!nulls && elements instanceof Vector.Doubles doubles) {
            double[] values = doubles.values();
            if (kind == Kind.FLOAT) {
                float[] cell = new float[length];
                for (int i = 0; i < length; i++) {
                    cell[i] = (float) values[from + i];
                }
                to.append(cell);
            } else {
                to.append(java.util.Arrays.copyOfRange(values, from, from + length));
            }
        } else if (!nulls && kind == Kind.INT && elements instanceof Vector.Longs longs) {
            long[] values = longs.values();
            int[] cell = new int[length];
            for (int i = 0; i < length; i++) {
                cell[i] = nanoseconds ? nanosecond(values[from + i]) : (int) values[from + i];
            }
            to.append(cell);
        } else if (!nulls && kind == Kind.LONG && elements instanceof Vector.Longs longs) {
            to.append(java.util.Arrays.copyOfRange(longs.values(), from, from + length));
        } else {
            to.append(elements(lists, row, kind, nanoseconds));
        }
    }

    private static List<@Nullable Object> elements(Vector.Lists lists, int row, Kind kind, boolean nanoseconds) {
        int from = lists.offsets()[row];
        int to = lists.offsets()[row + 1];
        List<@Nullable Object> cell = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            cell.add(element(lists.elements(), i, kind, nanoseconds));
        }
        return cell;
    }

    private static @Nullable Object element(Vector elements, int i, Kind kind, boolean nanoseconds) {
        if (elements.isNull(i)) {
            return null;
        }
        return switch (elements) {
            case Vector.Longs longs -> element(longs.values()[i], kind, nanoseconds);
            case Vector.Doubles doubles ->
                kind == Kind.FLOAT ? (Object) (float) doubles.values()[i] : (Object) doubles.values()[i];
            case Vector.Strings strings -> strings.values()[i];
            case Vector.Blobs blobs -> blobs.values()[i];
            case Vector.Lists inner -> elements(inner, i, kind, nanoseconds);
        };
    }

    private static Object element(long value, Kind kind, boolean nanoseconds) {
        return switch (kind) {
            case BOOLEAN -> value != 0;
            case INT -> nanoseconds ? nanosecond(value) : (int) value;
            case LONG -> value;
            case DECIMAL20 -> unsigned(value);
            case TIMESTAMP -> {
                long micros = Math.floorDiv(value, NANOS_PER_MICRO);
                int nano = (int) (Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO);
                yield LocalDateTime.ofEpochSecond(Math.floorDiv(micros, MICROS_PER_SECOND), nano, ZoneOffset.UTC);
            }
            case FLOAT, DOUBLE, STRING, BINARY -> throw mismatch(kind);
        };
    }

    private static int nanosecond(long value) {
        return (int) Math.floorMod(value, NANOS_PER_MICRO);
    }

    private static BigDecimal unsigned(long bits) {
        return new BigDecimal(new BigInteger(Long.toUnsignedString(bits)));
    }

    private static IllegalArgumentException mismatch(Kind kind) {
        return new IllegalArgumentException("a vector of another type than its column, stored as " + kind);
    }
}
