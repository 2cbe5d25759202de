package org.heralddata.formats.fits;

import java.util.BitSet;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** How the elements of a column are stored in bytes. Immutable. */
sealed interface Elements {

    /**
     * Reads all elements of some cells, one cell after the other.
     *
     * @param base   first byte of the first cell
     * @param stride bytes from one cell to the next
     * @param n      elements of a cell
     */
    Vector read(byte[] bytes, int base, int stride, int rows, int n);

    /** About how many bytes of memory a decoded element takes. */
    default int weight() {
        return Long.BYTES;
    }

    /**
     * Integers as they are, or shifted to their unsigned range.
     *
     * @param marker the stored value that means "none"; null if there is none
     * @param zero   added to what is stored, wrapping around
     */
    record Integers(BinaryType type, @Nullable Long marker, long zero) implements Elements {

        @Override
        public Vector read(byte[] bytes, int base, int stride, int rows, int n) {
            long[] values = raw(type, bytes, base, stride, rows, n);
            BitSet nulls = marker == null ? null : equal(values, marker);
            if (zero != 0) {
                for (int i = 0; i < values.length; i++) {
                    values[i] += zero;
                }
            }
            return new Vector.Longs(values, values.length, nulls);
        }
    }

    /** Numbers that TSCAL and TZERO turn into others. */
    record Scaled(BinaryType type, @Nullable Long marker, double scale, double zero) implements Elements {

        @Override
        public Vector read(byte[] bytes, int base, int stride, int rows, int n) {
            double[] values;
            BitSet nulls = null;
            if (type.isInteger()) {
                long[] raw = raw(type, bytes, base, stride, rows, n);
                nulls = marker == null ? null : equal(raw, marker);
                values = new double[raw.length];
                for (int i = 0; i < raw.length; i++) {
                    values[i] = raw[i];
                }
            } else {
                values = floats(type.width, bytes, base, stride, rows, n);
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = values[i] * scale + zero;
            }
            return new Vector.Doubles(values, values.length, nulls);
        }
    }

    /** @param width 4 or 8 bytes; a complex element is two of them */
    record Floats(int width) implements Elements {

        @Override
        public Vector read(byte[] bytes, int base, int stride, int rows, int n) {
            double[] values = floats(width, bytes, base, stride, rows, n);
            return new Vector.Doubles(values, values.length, null);
        }
    }

    /** {@code T} or {@code F}; anything else, usually a zero byte, is none. */
    record Logicals() implements Elements {

        @Override
        public Vector read(byte[] bytes, int base, int stride, int rows, int n) {
            long[] values = raw(BinaryType.BYTE, bytes, base, stride, rows, n);
            BitSet nulls = null;
            for (int i = 0; i < values.length; i++) {
                if (values[i] != 'T' && values[i] != 'F') {
                    nulls = nulls == null ? new BitSet() : nulls;
                    nulls.set(i);
                }
                values[i] = values[i] == 'T' ? 1 : 0;
            }
            return new Vector.Longs(values, values.length, nulls);
        }
    }

    /** Bits, the most significant of a byte first. */
    record Bits() implements Elements {

        @Override
        public Vector read(byte[] bytes, int base, int stride, int rows, int n) {
            long[] values = new long[Math.multiplyExact(rows, n)];
            int k = 0;
            for (int row = 0; row < rows; row++) {
                int cell = base + row * stride;
                for (int bit = 0; bit < n; bit++) {
                    values[k++] = bytes[cell + bit / 8] >> (7 - bit % 8) & 1;
                }
            }
            return new Vector.Longs(values, values.length, null);
        }
    }

    /** @param width bytes of each string */
    record Texts(int width) implements Elements {

        @Override
        public Vector read(byte[] bytes, int base, int stride, int rows, int n) {
            @Nullable String[] values = new @Nullable String[Math.multiplyExact(rows, n)];
            BitSet nulls = null;
            int k = 0;
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < n; i++) {
                    String value = Text.decode(bytes, base + row * stride + i * width, width);
                    if (value == null) {
                        nulls = nulls == null ? new BitSet() : nulls;
                        nulls.set(k);
                    }
                    values[k++] = value;
                }
            }
            return new Vector.Strings(values, values.length, nulls);
        }

        @Override
        public int weight() {
            return 48 + width;
        }
    }

    private static long[] raw(BinaryType type, byte[] bytes, int base, int stride, int rows, int n) {
        long[] values = new long[Math.multiplyExact(rows, n)];
        int k = 0;
        for (int row = 0; row < rows; row++) {
            int at = base + row * stride;
            switch (type.width) {
                case 1 -> {
                    for (int i = 0; i < n; i++) {
                        values[k++] = bytes[at + i] & 0xff;
                    }
                }
                case 2 -> {
                    for (int i = 0; i < n; i++) {
                        values[k++] = BigEndian.int16(bytes, at + 2 * i);
                    }
                }
                case 4 -> {
                    for (int i = 0; i < n; i++) {
                        values[k++] = BigEndian.int32(bytes, at + 4 * i);
                    }
                }
                default -> {
                    for (int i = 0; i < n; i++) {
                        values[k++] = BigEndian.int64(bytes, at + 8 * i);
                    }
                }
            }
        }
        return values;
    }

    private static double[] floats(int width, byte[] bytes, int base, int stride, int rows, int n) {
        double[] values = new double[Math.multiplyExact(rows, n)];
        int k = 0;
        for (int row = 0; row < rows; row++) {
            int at = base + row * stride;
            if (width == 4) {
                for (int i = 0; i < n; i++) {
                    values[k++] = BigEndian.float32(bytes, at + 4 * i);
                }
            } else {
                for (int i = 0; i < n; i++) {
                    values[k++] = BigEndian.float64(bytes, at + 8 * i);
                }
            }
        }
        return values;
    }

    private static @Nullable BitSet equal(long[] values, long marker) {
        BitSet nulls = null;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == marker) {
                nulls = nulls == null ? new BitSet() : nulls;
                nulls.set(i);
            }
        }
        return nulls;
    }
}
