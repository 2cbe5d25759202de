package org.heralddata.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Plain Java values into vectors and back. A value is null, a Boolean, a Long (integers; nanoseconds of a timestamp; bits of
 * uint64), a Double (float32 too), a String, a String of hexadecimal digits (bytes), or a List of these, in it a List for every nested list.
 */
final class Values {

    private Values() {}

    static Vector vector(ColumnType type, Shape shape, List<@Nullable Object> values) {
        BitSet missing = new BitSet();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                missing.set(i);
            }
        }
        BitSet nulls = missing.isEmpty() ? null : missing;
        return shape.isScalar() ? scalars(type, values, nulls) : lists(type, shape.inner(), values, nulls);
    }

    private static Vector lists(ColumnType type, Shape inner, List<@Nullable Object> values, @Nullable BitSet nulls) {
        int[] offsets = new int[values.size() + 1];
        var elements = new ArrayList<@Nullable Object>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof List<?> cell) {
                elements.addAll(cell);
            }
            offsets[i + 1] = elements.size();
        }
        return new Vector.Lists(offsets, vector(type, inner, elements), values.size(), nulls);
    }

    private static Vector scalars(ColumnType type, List<@Nullable Object> values, @Nullable BitSet nulls) {
        int size = values.size();
        return switch (type) {
            case FLOAT32, FLOAT64 -> {
                double[] numbers = new double[size];
                for (int i = 0; i < size; i++) {
                    if (values.get(i) instanceof Number number) {
                        double value = number.doubleValue();
                        numbers[i] = type == ColumnType.FLOAT32 ? (float) value : value;
                    }
                }
                yield new Vector.Doubles(numbers, size, nulls);
            }
            case STRING -> {
                @Nullable String[] strings = new @Nullable String[size];
                for (int i = 0; i < size; i++) {
                    Object value = values.get(i);
                    strings[i] = value == null ? null : value.toString();
                }
                yield new Vector.Strings(strings, size, nulls);
            }
            case BYTES -> {
                byte[][] blobs = new byte[size][];
                for (int i = 0; i < size; i++) {
                    Object value = values.get(i);
                    if (value != null) {
                        blobs[i] = HexFormat.of().parseHex(value.toString());
                    }
                }
                yield new Vector.Blobs(blobs, size, nulls);
            }
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, TIMESTAMP -> {
                long[] integers = new long[size];
                for (int i = 0; i < size; i++) {
                    integers[i] = integer(values.get(i));
                }
                yield new Vector.Longs(integers, size, nulls);
            }
        };
    }

    private static long integer(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Boolean flag -> flag ? 1 : 0;
            case Instant time ->
                Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
            case Number number -> number.longValue();
            default -> throw new IllegalArgumentException("no integer: " + value);
        };
    }

    static @Nullable Object value(Column column, Vector vector, int row) {
        return value(column.type(), vector, row);
    }

    private static @Nullable Object value(ColumnType type, Vector vector, int row) {
        if (vector.isNull(row)) {
            return null;
        }
        return switch (vector) {
            case Vector.Longs(var values, var size, var nulls) ->
                type == ColumnType.BOOL ? (Object) (values[row] != 0) : (Object) values[row];
            case Vector.Doubles(var values, var size, var nulls) -> values[row];
            case Vector.Strings(var values, var size, var nulls) -> values[row];
            case Vector.Blobs(var values, var size, var nulls) -> {
                byte[] blob = values[row];
                yield blob == null ? null : HexFormat.of().formatHex(blob);
            }
            case Vector.Lists(var offsets, var elements, var size, var nulls) -> {
                var cell = new ArrayList<@Nullable Object>();
                for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                    cell.add(value(type, elements, i));
                }
                yield cell;
            }
        };
    }
}
