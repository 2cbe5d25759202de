package org.heralddata.formats.root.cells;

import java.util.Arrays;
import org.heralddata.formats.root.streamer.Numbers;
import org.heralddata.formats.root.streamer.Packing;
import org.heralddata.formats.root.streamer.Primitive;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** The cells of one column for the rows of a batch, while they are decoded. For one thread. */
public final class Cells {
    private static final int FIRST = 256;

    private final Column column;
    private final IntList[] offsets;
    private final boolean floating;
    private final boolean text;
    private long[] integers = new long[0];
    private double[] numbers = new double[0];
    private @Nullable String[] strings = new @Nullable String[0];
    private int size;

    public Cells(Column column) {
        this.column = column;
        floating = column.type().isFloating();
        text = column.type() == ColumnType.STRING;
        offsets = new IntList[levels(column.shape())];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = new IntList();
            offsets[i].add(0);
        }
    }

    /** Levels of lists: one of the row if it is not a scalar, and one for each varying dimension after the first. */
    private static int levels(Shape shape) {
        int levels = shape.isScalar() ? 0 : 1;
        for (int d = 1; d < shape.sizes().size(); d++) {
            levels += shape.sizes().get(d) == Shape.VARIES ? 1 : 0;
        }
        return levels;
    }

    public Column column() {
        return column;
    }

    void add(Primitive primitive, byte[] bytes, int from, int count) {
        grow(count);
        if (floating) {
            Numbers.doubles(primitive, bytes, from, count, numbers, size);
        } else {
            Numbers.longs(primitive, bytes, from, count, integers, size);
        }
        size += count;
    }

    void add(Packing packing, byte[] bytes, int from, int count) {
        grow(count);
        Numbers.doubles(packing, bytes, from, count, numbers, size);
        size += count;
    }

    void add(long value) {
        grow(1);
        integers[size++] = value;
    }

    void add(String value) {
        grow(1);
        strings[size++] = value;
    }

    /** One of the integers added last. */
    long recent(int count, int index) {
        return integers[size - count + index];
    }

    /** Ends a list of a level; level 0 is the row. */
    void close(int level) {
        offsets[level].add(level + 1 < offsets.length ? offsets[level + 1].size() - 1 : size);
    }

    /** Ends a row, or rows of one size whose elements were added together. */
    public void closeRows(int rows, int elements) {
        if (offsets.length == 0) {
            return;
        }
        for (int r = rows - 1; r >= 0; r--) {
            offsets[0].add((offsets.length > 1 ? offsets[1].size() - 1 : size) - r * elements);
        }
    }

    private void grow(int count) {
        int wanted = Math.addExact(size, count);
        int room = floating ? numbers.length : text ? strings.length : integers.length;
        if (wanted <= room) {
            return;
        }
        int larger = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(wanted, Math.max(FIRST, room * 2L)));
        if (floating) {
            numbers = Arrays.copyOf(numbers, larger);
        } else if (text) {
            strings = Arrays.copyOf(strings, larger);
        } else {
            integers = Arrays.copyOf(integers, larger);
        }
    }

    /** The rows so far, which become the caller's; the cells are empty then. */
    public Vector take(int rows) {
        Vector vector = values();
        for (int level = offsets.length - 1; level >= 0; level--) {
            int lists = offsets[level].size() - 1;
            vector = new Vector.Lists(offsets[level].take(), vector, lists, null);
            offsets[level].add(0);
        }
        if (vector.size() != rows) {
            throw new IllegalStateException("%s has %d rows of %d".formatted(column.name(), vector.size(), rows));
        }
        return vector;
    }

    private Vector values() {
        int held = size;
        size = 0;
        if (floating) {
            double[] taken = numbers;
            numbers = new double[Math.min(taken.length, held)];
            return new Vector.Doubles(taken, held, null);
        }
        if (text) {
            @Nullable String[] taken = strings;
            strings = new @Nullable String[Math.min(taken.length, held)];
            return new Vector.Strings(taken, held, null);
        }
        long[] taken = integers;
        integers = new long[Math.min(taken.length, held)];
        return new Vector.Longs(taken, held, null);
    }
}
