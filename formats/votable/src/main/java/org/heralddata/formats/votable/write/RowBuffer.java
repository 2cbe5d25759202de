package org.heralddata.formats.votable.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of big-endian numbers. */
final class RowBuffer {
    private static final VarHandle INT16 = view(short[].class);
    private static final VarHandle INT32 = view(int[].class);
    private static final VarHandle INT64 = view(long[].class);

    private byte[] bytes = new byte[1 << 16];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void integer(int width, long value) {
        int at = take(width);
        switch (width) {
            case 1 -> bytes[at] = (byte) value;
            case 2 -> INT16.set(bytes, at, (short) value);
            case 4 -> INT32.set(bytes, at, (int) value);
            default -> INT64.set(bytes, at, value);
        }
    }

    void floating(int width, double value) {
        if (width == 4) {
            integer(4, Float.floatToRawIntBits((float) value));
        } else {
            integer(8, Double.doubleToRawLongBits(value));
        }
    }

    void add(byte[] more) {
        // First, since it may replace the array.
        int at = take(more.length);
        System.arraycopy(more, 0, bytes, at, more.length);
    }

    /** A text as its number of 16-bit units, then these; half a pair of surrogates becomes U+FFFD. */
    void utf16(String text) {
        integer(4, text.length());
        int at = take(Math.multiplyExact(2, text.length()));
        boolean paired = false;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            paired |= Character.isSurrogate(unit);
            INT16.set(bytes, at + 2 * i, (short) unit);
        }
        if (paired) {
            byte[] checked = text.getBytes(StandardCharsets.UTF_16BE);
            System.arraycopy(checked, 0, bytes, at, checked.length);
        }
    }

    void zeros(int count) {
        int at = take(count);
        Arrays.fill(bytes, at, at + count, (byte) 0);
    }

    private int take(int count) {
        int at = length;
        length = Math.addExact(length, count);
        if (length > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * length));
        }
        return at;
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
    }
}
