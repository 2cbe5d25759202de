package org.heralddata.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;

/** The columns of one block while it is filled, event by event. For one thread. */
final class Columns {
    private final int rows;
    private final List<Vector> vectors = new ArrayList<>();

    Columns(int rows) {
        this.rows = rows;
    }

    static Column scalar(String name, ColumnType type, String unit, String description) {
        return new Column(name, type, Shape.SCALAR, unit.isEmpty() ? null : unit, null, description);
    }

    static Column list(String name, ColumnType type, String unit, String description) {
        return scalar(name, type, unit, description).withShape(Shape.LIST);
    }

    /** Adds a column of numbers that every event has. */
    double[] doubles() {
        var values = new double[rows];
        vectors.add(new Vector.Doubles(values, rows, null));
        return values;
    }

    /** Adds a column of numbers that events marked in {@code nulls} lack. */
    double[] doubles(BitSet nulls) {
        var values = new double[rows];
        vectors.add(new Vector.Doubles(values, rows, nulls));
        return values;
    }

    long[] longs() {
        var values = new long[rows];
        vectors.add(new Vector.Longs(values, rows, null));
        return values;
    }

    long[] longs(BitSet nulls) {
        var values = new long[rows];
        vectors.add(new Vector.Longs(values, rows, nulls));
        return values;
    }

    void strings(String[] values) {
        vectors.add(new Vector.Strings(values, rows, null));
    }

    /** Adds lists that were collected with {@link Elements}. */
    void lists(int[] offsets, Vector elements, BitSet nulls) {
        vectors.add(new Vector.Lists(offsets, elements, rows, nulls));
    }

    Batch batch() {
        return new Batch(rows, vectors);
    }

    /** A growing array of numbers. For one thread. */
    static final class Elements {
        private double[] values = new double[1024];
        private int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        int size() {
            return size;
        }

        Vector doubles() {
            return new Vector.Doubles(values, size, null);
        }

        Vector longs() {
            var integers = new long[size];
            for (int i = 0; i < size; i++) {
                integers[i] = Math.round(values[i]);
            }
            return new Vector.Longs(integers, size, null);
        }
    }
}
