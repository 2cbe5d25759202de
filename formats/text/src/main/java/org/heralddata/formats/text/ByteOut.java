package org.heralddata.formats.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gathers text as bytes, without a String where a number can do without. */
final class ByteOut {
    private static final int FLUSHED = 1 << 16;
    private static final int NUMBER = 32;
    private static final byte[] PAIRS = pairs();

    private final @Nullable OutputStream out;
    private byte[] bytes = new byte[FLUSHED + 1024];
    private int size;

    /** @param out takes what was gathered from time to time; null to keep it all */
    ByteOut(@Nullable OutputStream out) {
        this.out = out;
    }

    private static byte[] pairs() {
        byte[] all = new byte[200];
        for (int i = 0; i < 100; i++) {
            all[2 * i] = (byte) ('0' + i / 10);
            all[2 * i + 1] = (byte) ('0' + i % 10);
        }
        return all;
    }

    int size() {
        return size;
    }

    byte at(int place) {
        return bytes[place];
    }

    void clear() {
        size = 0;
    }

    /** Hands on what was gathered if that is much. */
    void flushIfFull() throws IOException {
        if (size >= FLUSHED) {
            flush();
        }
    }

    void flush() throws IOException {
        if (out != null) {
            out.write(bytes, 0, size);
            size = 0;
        }
    }

    void put(char ascii) {
        room(1);
        bytes[size++] = (byte) ascii;
    }

    void put(byte b) {
        room(1);
        bytes[size++] = b;
    }

    void putUtf8(String text) {
        int length = text.length();
        room(length);
        int before = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                size = before;
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                room(encoded.length);
                System.arraycopy(encoded, 0, bytes, size, encoded.length);
                size += encoded.length;
                return;
            }
            bytes[size++] = (byte) c;
        }
    }

    void put(ByteOut other) {
        room(other.size);
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
    }

    void putLong(long value) {
        if (value == Long.MIN_VALUE) {
            putAscii("-9223372036854775808");
            return;
        }
        room(NUMBER);
        long rest = value;
        if (rest < 0) {
            bytes[size++] = '-';
            rest = -rest;
        }
        int digits = digits(rest);
        int p = size + digits;
        size = p;
        while (rest >= 100) {
            int pair = (int) (rest % 100) * 2;
            rest /= 100;
            bytes[--p] = PAIRS[pair + 1];
            bytes[--p] = PAIRS[pair];
        }
        if (rest >= 10) {
            bytes[--p] = PAIRS[(int) rest * 2 + 1];
            bytes[--p] = PAIRS[(int) rest * 2];
        } else {
            bytes[--p] = (byte) ('0' + rest);
        }
    }

    private static int digits(long value) {
        int digits = 1;
        for (long limit = 10; digits < 19 && value >= limit; limit *= 10) {
            digits++;
        }
        return digits;
    }

    /** A number of so many digits, with leading zeros. */
    void putPadded(long value, int digits) {
        room(NUMBER);
        long rest = value;
        for (int p = size + digits - 1; p >= size; p--) {
            bytes[p] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    /** The shortest decimal that reads back as the same double; {@code NaN}, {@code Infinity}, {@code -Infinity}. */
    void putDouble(double value) {
        putAscii(Double.toString(value));
    }

    /** The shortest decimal that reads back as the same float. */
    void putFloat(float value) {
        putAscii(Float.toString(value));
    }

    @SuppressWarnings("deprecation") // the copy of the low bytes is what is wanted: the text is ASCII
    void putAscii(String text) {
        int length = text.length();
        room(length);
        text.getBytes(0, length, bytes, size);
        size += length;
    }

    private void room(int wanted) {
        if (size + wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, wanted), bytes.length * 2));
        }
    }
}
