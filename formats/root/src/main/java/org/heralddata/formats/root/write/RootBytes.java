package org.heralddata.formats.root.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Big-endian bytes put one after the other. */
final class RootBytes {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Above this a length takes five bytes. */
    private static final int SHORT_STRING = 254;

    private byte[] bytes;
    private int length;

    RootBytes(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    RootBytes() {
        this(64);
    }

    int length() {
        return length;
    }

    /** The bytes so far at its start; more may follow that do not count. */
    byte[] array() {
        return bytes;
    }

    /** The bytes so far, to be kept by the caller: this begins anew. */
    byte[] handOver(int nextCapacity) {
        byte[] full = bytes;
        bytes = new byte[Math.max(16, nextCapacity)];
        length = 0;
        return full;
    }

    byte[] done() {
        return Arrays.copyOf(bytes, length);
    }

    /** Sets room aside for {@code count} bytes and tells where it begins. */
    int claim(int count) {
        int at = length;
        int needed = Math.addExact(length, count);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * bytes.length)));
        }
        length = needed;
        return at;
    }

    RootBytes u8(int value) {
        int at = claim(1);
        bytes[at] = (byte) value;
        return this;
    }

    RootBytes u16(int value) {
        int at = claim(2);
        SHORT.set(bytes, at, (short) value);
        return this;
    }

    RootBytes u32(int value) {
        int at = claim(4);
        INT.set(bytes, at, value);
        return this;
    }

    RootBytes u64(long value) {
        int at = claim(8);
        LONG.set(bytes, at, value);
        return this;
    }

    RootBytes raw(byte[] added, int from, int count) {
        int at = claim(count);
        System.arraycopy(added, from, bytes, at, count);
        return this;
    }

    RootBytes raw(byte[] added) {
        return raw(added, 0, added.length);
    }

    /** A TString: its length in one byte or five, and UTF-8. */
    RootBytes text(byte[] utf8) {
        if (utf8.length > SHORT_STRING) {
            u8(255).u32(utf8.length);
        } else {
            u8(utf8.length);
        }
        return raw(utf8);
    }

    RootBytes text(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes that {@link #text(String)} takes. */
    static int textLength(String text) {
        int count = text.getBytes(StandardCharsets.UTF_8).length;
        return count + (count > SHORT_STRING ? 5 : 1);
    }

    /** Puts a number into a place claimed before. */
    void put16(int at, int value) {
        SHORT.set(bytes, at, (short) value);
    }

    void put32(int at, int value) {
        INT.set(bytes, at, value);
    }

    void put64(int at, long value) {
        LONG.set(bytes, at, value);
    }
}
