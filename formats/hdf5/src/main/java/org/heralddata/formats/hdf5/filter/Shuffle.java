package org.heralddata.formats.hdf5.filter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Filter 2: the first bytes of all elements, then the second bytes, and so on. */
public final class Shuffle {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Shuffle() {}

    static byte[] decode(byte[] in, int width) throws FilterException {
        if (width < 1) {
            throw new FilterException("elements of %d bytes".formatted(width));
        }
        if (width == 1 || in.length < width) {
            return in;
        }
        byte[] out = new byte[in.length];
        int n = in.length / width;
        switch (width) {
            case 4 -> decode4(in, out, n);
            case 8 -> decode8(in, out, n);
            default -> {
                for (int b = 0; b < width; b++) {
                    for (int i = 0, from = b * n, to = b; i < n; i++, to += width) {
                        out[to] = in[from + i];
                    }
                }
            }
        }
        System.arraycopy(in, n * width, out, n * width, in.length - n * width);
        return out;
    }

    private static void decode4(byte[] in, byte[] out, int n) {
        for (int i = 0; i < n; i++) {
            int value = (in[i] & 0xff)
                    | (in[n + i] & 0xff) << 8
                    | (in[2 * n + i] & 0xff) << 16
                    | (in[3 * n + i] & 0xff) << 24;
            INT.set(out, 4 * i, value);
        }
    }

    private static void decode8(byte[] in, byte[] out, int n) {
        for (int i = 0; i < n; i++) {
            int low = (in[i] & 0xff)
                    | (in[n + i] & 0xff) << 8
                    | (in[2 * n + i] & 0xff) << 16
                    | (in[3 * n + i] & 0xff) << 24;
            int high = (in[4 * n + i] & 0xff)
                    | (in[5 * n + i] & 0xff) << 8
                    | (in[6 * n + i] & 0xff) << 16
                    | (in[7 * n + i] & 0xff) << 24;
            LONG.set(out, 8 * i, (high & 0xffffffffL) << 32 | (low & 0xffffffffL));
        }
    }

    /** The reverse, for writing; {@code in} holds whole elements of {@code width} bytes. */
    public static byte[] encode(byte[] in, int width) {
        if (width <= 1) {
            return in;
        }
        byte[] out = new byte[in.length];
        int n = in.length / width;
        if (width == 8) {
            encode8(in, out, n);
            return out;
        }
        for (int i = 0, at = 0; i < n; i++) {
            for (int b = 0, to = i; b < width; b++, to += n) {
                out[to] = in[at++];
            }
        }
        return out;
    }

    private static void encode8(byte[] in, byte[] out, int n) {
        for (int i = 0; i < n; i++) {
            long value = (long) LONG.get(in, 8 * i);
            out[i] = (byte) value;
            out[n + i] = (byte) (value >> 8);
            out[2 * n + i] = (byte) (value >> 16);
            out[3 * n + i] = (byte) (value >> 24);
            out[4 * n + i] = (byte) (value >> 32);
            out[5 * n + i] = (byte) (value >> 40);
            out[6 * n + i] = (byte) (value >> 48);
            out[7 * n + i] = (byte) (value >> 56);
        }
    }
}
