package org.heralddata.formats.votable;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.BitSet;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Collects cells, as STIL hands them over, to the vector of one column. */
final class ColumnBuilder {
    private final Column column;
    private final boolean list;
    private int[] offsets = new int[1];
    private final BitSet nullRows = new BitSet();
    private final BitSet nullElements = new BitSet();
    private int rows;
    private int elements;
    private long[] longs = new long[0];
    private double[] doubles = new double[0];
    private @Nullable String[] strings = new @Nullable String[0];

    ColumnBuilder(Column column) {
        this.column = column;
        this.list = !column.shape().isScalar();
    }

    void add(@Nullable Object cell) {
        if (!list) {
            element(cell != null && cell.getClass().isArray() ? first(cell) : cell);
        } else if (cell == null) {
            nullRows.set(rows);
            pad();
        } else if (cell.getClass().isArray()) {
            int length = Array.getLength(cell);
            for (int i = 0; i < length; i++) {
                element(Array.get(cell, i));
            }
            pad();
        } else {
            element(cell);
            pad();
        }
        rows++;
        if (list) {
            offsets = rows < offsets.length ? offsets : Arrays.copyOf(offsets, Math.max(16, 2 * rows + 1));
            offsets[rows] = elements;
        }
    }

    /** The cells added since the last call. */
    Vector build() {
        Vector flat = switch (column.type()) {
            case STRING -> new Vector.Strings(strings, elements, nulls(nullElements));
            case FLOAT32, FLOAT64 -> new Vector.Doubles(doubles, elements, nulls(nullElements));
            default -> new Vector.Longs(longs, elements, nulls(nullElements));
        };
        Vector built = list ? new Vector.Lists(offsets, flat, rows, nulls(nullRows)) : flat;
        offsets = new int[1];
        longs = new long[0];
        doubles = new double[0];
        strings = new @Nullable String[0];
        nullRows.clear();
        nullElements.clear();
        rows = 0;
        elements = 0;
        return built;
    }

    /** Fills a cell of fixed shape up with missing elements. */
    private void pad() {
        if (!column.shape().varies()) {
            int wanted = (list && rows > 0 ? offsets[rows] : 0) + column.shape().fixedElements();
            while (elements < wanted) {
                element(null);
            }
            elements = wanted;
        }
    }

    private void element(@Nullable Object value) {
        int i = elements++;
        switch (column.type()) {
            case STRING -> {
                strings = i < strings.length ? strings : Arrays.copyOf(strings, Math.max(16, 2 * i));
                strings[i] = value == null ? null : value.toString().stripTrailing();
                nullElements.set(i, value == null);
            }
            case FLOAT32, FLOAT64 -> {
                doubles = i < doubles.length ? doubles : Arrays.copyOf(doubles, Math.max(16, 2 * i));
                doubles[i] = value instanceof Number number ? number.doubleValue() : Double.NaN;
                nullElements.set(i, !(value instanceof Number));
            }
            default -> {
                longs = i < longs.length ? longs : Arrays.copyOf(longs, Math.max(16, 2 * i));
                longs[i] = integer(value);
                nullElements.set(i, value == null);
            }
        }
    }

    private long integer(@Nullable Object value) {
        return switch (value) {
            case Boolean truth -> truth ? 1 : 0;
            case Number number when column.type() == ColumnType.BOOL -> number.longValue() == 0 ? 0 : 1;
            case Number number -> number.longValue();
            case null, default -> 0;
        };
    }

    private static @Nullable Object first(Object array) {
        return Array.getLength(array) == 0 ? null : Array.get(array, 0);
    }

    private static @Nullable BitSet nulls(BitSet set) {
        return set.isEmpty() ? null : (BitSet) set.clone();
    }
}
