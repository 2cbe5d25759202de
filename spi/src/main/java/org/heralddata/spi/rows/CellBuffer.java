package org.heralddata.spi.rows;

import java.util.Arrays;
import java.util.BitSet;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** The values of one column so far, growing. A cell not given by the end of its row is none. */
abstract sealed class CellBuffer {
    private static final int FIRST = 64;

    static CellBuffer of(Column column) {
        CellBuffer elements = switch (column.type()) {
            case FLOAT32, FLOAT64 -> new OfDoubles();
            case STRING -> new OfStrings();
            case BYTES -> new OfBlobs();
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, TIMESTAMP -> new OfLongs();
        };
        return column.shape().isScalar() ? elements : new OfLists(elements);
    }

    /** Cells so far. */
    abstract int size();

    /** Bytes of memory of the cells so far, about. */
    abstract long weight();

    abstract void add(long value);

    abstract void add(double value);

    abstract void add(String value);

    void add(byte[] value) {
        throw new IllegalStateException("not a column of bytes");
    }

    /** Elements to add to the cell of the row that is being built; of a list only. */
    CellBuffer elements() {
        throw new IllegalStateException("not a column of lists");
    }

    /** Ends a cell of a list. */
    void endList() {
        throw new IllegalStateException("not a column of lists");
    }

    abstract void addNull();

    /** What was collected; the buffer is empty afterwards. */
    abstract Vector take();

    static @Nullable BitSet some(BitSet nulls) {
        return nulls.isEmpty() ? null : nulls;
    }

    static final class OfLongs extends CellBuffer {
        private long[] values = new long[FIRST];
        private BitSet nulls = new BitSet();
        private int size;

        @Override
        int size() {
            return size;
        }

        @Override
        long weight() {
            return 8L * size;
        }

        @Override
        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        @Override
        void add(double value) {
            add((long) value);
        }

        @Override
        void add(String value) {
            throw new IllegalStateException("not a column of strings");
        }

        @Override
        void addNull() {
            nulls.set(size);
            add(0L);
        }

        @Override
        Vector take() {
            Vector taken = new Vector.Longs(values, size, some(nulls));
            values = new long[Math.max(FIRST, size)];
            nulls = new BitSet();
            size = 0;
            return taken;
        }
    }

    static final class OfDoubles extends CellBuffer {
        private double[] values = new double[FIRST];
        private BitSet nulls = new BitSet();
        private int size;

        @Override
        int size() {
            return size;
        }

        @Override
        long weight() {
            return 8L * size;
        }

        @Override
        void add(long value) {
            add((double) value);
        }

        @Override
        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        @Override
        void add(String value) {
            throw new IllegalStateException("not a column of strings");
        }

        @Override
        void addNull() {
            nulls.set(size);
            add(0.0);
        }

        @Override
        Vector take() {
            Vector taken = new Vector.Doubles(values, size, some(nulls));
            values = new double[Math.max(FIRST, size)];
            nulls = new BitSet();
            size = 0;
            return taken;
        }
    }

    static final class OfStrings extends CellBuffer {
        private @Nullable String[] values = new @Nullable String[FIRST];
        private BitSet nulls = new BitSet();
        private int size;
        private long characters;

        @Override
        int size() {
            return size;
        }

        @Override
        long weight() {
            return 48L * size + characters;
        }

        @Override
        void add(long value) {
            add(Long.toString(value));
        }

        @Override
        void add(double value) {
            add(Double.toString(value));
        }

        @Override
        void add(String value) {
            characters += value.length();
            put(value);
        }

        @Override
        void addNull() {
            nulls.set(size);
            put(null);
        }

        private void put(@Nullable String value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        @Override
        Vector take() {
            Vector taken = new Vector.Strings(values, size, some(nulls));
            values = new @Nullable String[Math.max(FIRST, size)];
            nulls = new BitSet();
            size = 0;
            characters = 0;
            return taken;
        }
    }

    static final class OfBlobs extends CellBuffer {
        private byte[][] values = new byte[FIRST][];
        private BitSet nulls = new BitSet();
        private int size;
        private long bytes;

        @Override
        int size() {
            return size;
        }

        @Override
        long weight() {
            return 24L * size + bytes;
        }

        @Override
        void add(long value) {
            throw new IllegalStateException("a column of bytes");
        }

        @Override
        void add(double value) {
            throw new IllegalStateException("a column of bytes");
        }

        @Override
        void add(String value) {
            throw new IllegalStateException("a column of bytes");
        }

        @Override
        void add(byte[] value) {
            grow();
            bytes += value.length;
            values[size++] = value;
        }

        @Override
        void addNull() {
            nulls.set(size);
            grow();
            size++;
        }

        private void grow() {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
        }

        @Override
        Vector take() {
            Vector taken = new Vector.Blobs(values, size, some(nulls));
            values = new byte[Math.max(FIRST, size)][];
            nulls = new BitSet();
            size = 0;
            bytes = 0;
            return taken;
        }
    }

    static final class OfLists extends CellBuffer {
        private final CellBuffer elements;
        private int[] offsets = new int[FIRST];
        private BitSet nulls = new BitSet();
        private int size;

        OfLists(CellBuffer elements) {
            this.elements = elements;
        }

        @Override
        int size() {
            return size;
        }

        @Override
        long weight() {
            return 4L * size + elements.weight();
        }

        @Override
        void add(long value) {
            elements.add(value);
        }

        @Override
        void add(double value) {
            elements.add(value);
        }

        @Override
        void add(String value) {
            elements.add(value);
        }

        @Override
        CellBuffer elements() {
            return elements;
        }

        @Override
        void endList() {
            if (size + 1 == offsets.length) {
                offsets = Arrays.copyOf(offsets, offsets.length * 2);
            }
            offsets[++size] = elements.size();
        }

        @Override
        void addNull() {
            nulls.set(size);
            endList();
        }

        @Override
        Vector take() {
            Vector taken = new Vector.Lists(offsets, elements.take(), size, some(nulls));
            offsets = new int[Math.max(FIRST, size + 1)];
            nulls = new BitSet();
            size = 0;
            return taken;
        }
    }
}
