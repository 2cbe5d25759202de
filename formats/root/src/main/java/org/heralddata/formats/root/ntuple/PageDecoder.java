package org.heralddata.formats.root.ntuple;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.heralddata.formats.root.file.RootFormatException;

/** Turns the bytes of a page into its elements (section "Column Description"). */
final class PageDecoder {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** A switch is decoded to its tag above this bit and its index below. */
    static final int TAG = 48;

    private PageDecoder() {}

    /** Bytes of a page's elements before compression. */
    static long length(ColumnRecord column, int elements) {
        return ((long) elements * column.bits() + 7) / 8;
    }

    /** @param raw exactly {@link #length} bytes */
    static Decoded decode(ColumnRecord column, Encoding encoding, byte[] raw, int n) {
        return switch (encoding) {
            case BIT -> new Decoded.Bytes(bits(raw, n));
            case BYTE, CHAR, INT8, UINT8 -> new Decoded.Bytes(raw);
            case INT16 -> new Decoded.Longs(shorts(raw, n, true));
            case UINT16 -> new Decoded.Longs(shorts(raw, n, false));
            case INT32 -> new Decoded.Longs(ints(raw, n, true));
            case UINT32, INDEX32 -> new Decoded.Longs(ints(raw, n, false));
            case INT64, UINT64, INDEX64 -> new Decoded.Longs(longs(raw, n));
            case REAL16 -> new Decoded.Doubles(halves(shorts(raw, n, true)));
            case REAL32 -> new Decoded.Doubles(floats(raw, n));
            case REAL64 -> new Decoded.Doubles(doubles(raw, n));
            case SWITCH -> new Decoded.Longs(switches(raw, n));
            case SPLIT_INT16 -> new Decoded.Longs(unzigzag(joined(raw, n, 2)));
            case SPLIT_INT32 -> new Decoded.Longs(unzigzag(joined(raw, n, 4)));
            case SPLIT_INT64 -> new Decoded.Longs(unzigzag(joined(raw, n, 8)));
            case SPLIT_UINT16 -> new Decoded.Longs(joined(raw, n, 2));
            case SPLIT_UINT32 -> new Decoded.Longs(joined(raw, n, 4));
            case SPLIT_UINT64 -> new Decoded.Longs(joined(raw, n, 8));
            case SPLIT_INDEX32 -> new Decoded.Longs(summed(joined(raw, n, 4)));
            case SPLIT_INDEX64 -> new Decoded.Longs(summed(joined(raw, n, 8)));
            case SPLIT_REAL16 -> new Decoded.Doubles(halves(joined(raw, n, 2)));
            case SPLIT_REAL32 -> new Decoded.Doubles(splitFloats(raw, n));
            case SPLIT_REAL64 -> new Decoded.Doubles(splitDoubles(raw, n));
            case REAL32_TRUNC -> new Decoded.Doubles(truncated(raw, n, column.bits()));
            case REAL32_QUANT -> new Decoded.Doubles(quantised(raw, n, column));
        };
    }

    private static byte[] bits(byte[] raw, int n) {
        byte[] out = new byte[n];
        for (int i = 0; i < n; i++) {
            out[i] = (byte) ((raw[i >> 3] >> (i & 7)) & 1);
        }
        return out;
    }

    private static long[] shorts(byte[] raw, int n, boolean signed) {
        long[] out = new long[n];
        for (int i = 0; i < n; i++) {
            short value = (short) SHORT.get(raw, 2 * i);
            out[i] = signed ? value : value & 0xffffL;
        }
        return out;
    }

    private static long[] ints(byte[] raw, int n, boolean signed) {
        long[] out = new long[n];
        for (int i = 0; i < n; i++) {
            int value = (int) INT.get(raw, 4 * i);
            out[i] = signed ? value : value & 0xffff_ffffL;
        }
        return out;
    }

    private static long[] longs(byte[] raw, int n) {
        long[] out = new long[n];
        for (int i = 0; i < n; i++) {
            out[i] = (long) LONG.get(raw, 8 * i);
        }
        return out;
    }

    private static double[] halves(long[] bits) {
        double[] out = new double[bits.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Float.float16ToFloat((short) bits[i]);
        }
        return out;
    }

    private static double[] floats(byte[] raw, int n) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = Float.intBitsToFloat((int) INT.get(raw, 4 * i));
        }
        return out;
    }

    private static double[] doubles(byte[] raw, int n) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = Double.longBitsToDouble((long) LONG.get(raw, 8 * i));
        }
        return out;
    }

    private static long[] switches(byte[] raw, int n) {
        long[] out = new long[n];
        for (int i = 0; i < n; i++) {
            long index = (long) LONG.get(raw, 12 * i);
            int tag = (int) INT.get(raw, 12 * i + 8);
            if (index < 0 || index >>> TAG != 0 || tag < 0 || tag > Short.MAX_VALUE) {
                throw RootFormatException.broken(-1, "a variant's tag %d and index %d".formatted(tag, index));
            }
            out[i] = ((long) tag << TAG) | index;
        }
        return out;
    }

    /** Elements whose bytes of one significance lie together, without sign. */
    private static long[] joined(byte[] raw, int n, int width) {
        long[] out = new long[n];
        for (int b = 0; b < width; b++) {
            int from = b * n;
            int shift = 8 * b;
            for (int i = 0; i < n; i++) {
                out[i] |= (raw[from + i] & 0xffL) << shift;
            }
        }
        return out;
    }

    private static double[] splitFloats(byte[] raw, int n) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = Float.intBitsToFloat(
                    (raw[i] & 0xff) | (raw[n + i] & 0xff) << 8 | (raw[2 * n + i] & 0xff) << 16 | raw[3 * n + i] << 24);
        }
        return out;
    }

    private static double[] splitDoubles(byte[] raw, int n) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            int low = (raw[i] & 0xff) | (raw[n + i] & 0xff) << 8 | (raw[2 * n + i] & 0xff) << 16 | raw[3 * n + i] << 24;
            int high = (raw[4 * n + i] & 0xff)
                    | (raw[5 * n + i] & 0xff) << 8
                    | (raw[6 * n + i] & 0xff) << 16
                    | raw[7 * n + i] << 24;
            out[i] = Double.longBitsToDouble(((long) high << 32) | (low & 0xffff_ffffL));
        }
        return out;
    }

    private static long[] unzigzag(long[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] >>> 1) ^ -(values[i] & 1);
        }
        return values;
    }

    private static long[] summed(long[] values) {
        for (int i = 1; i < values.length; i++) {
            values[i] += values[i - 1];
        }
        return values;
    }

    private static double[] truncated(byte[] raw, int n, int bits) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = Float.intBitsToFloat((int) (packed(raw, i, bits) << (32 - bits)));
        }
        return out;
    }

    private static double[] quantised(byte[] raw, int n, ColumnRecord column) {
        double scale = (column.max() - column.min()) / ((1L << column.bits()) - 1);
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = (float) (packed(raw, i, column.bits()) * scale + column.min());
        }
        return out;
    }

    /** Element {@code i} of a stream of bits, the least significant first. */
    private static long packed(byte[] raw, int i, int bits) {
        long first = (long) i * bits;
        long value = 0;
        int shift = (int) (first & 7);
        for (int b = (int) (first >> 3), got = 0; got < bits + shift; b++, got += 8) {
            value |= (raw[b] & 0xffL) << got;
        }
        return (value >>> shift) & ((1L << bits) - 1);
    }
}
