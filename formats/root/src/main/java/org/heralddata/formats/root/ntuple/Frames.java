package org.heralddata.formats.root.ntuple;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.heralddata.formats.root.file.RootFormatException;

/**
 * A stretch of an envelope read from front to back, little-endian, never beyond its end: the envelope as a whole, a record
 * frame or a list frame (section "Frames"). What a later version appends to a frame is passed over.
 */
final class Frames {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private final long place;
    private final int items;
    private int at;

    private Frames(byte[] bytes, int at, int end, long place, int items) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
        this.place = place;
        this.items = items;
    }

    /** @param place byte of the file to blame */
    static Frames of(byte[] bytes, int from, int end, long place) {
        return new Frames(bytes, from, end, place, 0);
    }

    /** Items of a list frame. */
    int items() {
        return items;
    }

    boolean hasMore() {
        return at < end;
    }

    /** Enters a record frame; this reader goes on behind it. */
    Frames record() {
        long size = i64();
        if (size < 8) {
            throw broken("a record frame of %d bytes".formatted(size));
        }
        return enter(size - 8, 0);
    }

    /**
     * Enters a list frame; this reader goes on behind it.
     *
     * @param smallest bytes that an item takes at least
     */
    Frames list(int smallest) {
        long size = -i64();
        if (size < 12) {
            throw broken("a list frame of %d bytes".formatted(size));
        }
        long count = u32();
        if (count * smallest > size - 12) {
            throw broken("%d items are announced in a frame of %d bytes".formatted(count, size));
        }
        return enter(size - 12, (int) count);
    }

    private Frames enter(long length, int count) {
        need(length);
        var inside = new Frames(bytes, at, at + (int) length, place, count);
        at += (int) length;
        return inside;
    }

    int u16() {
        need(2);
        int value = (short) SHORT.get(bytes, at) & 0xffff;
        at += 2;
        return value;
    }

    int i32() {
        need(4);
        int value = (int) INT.get(bytes, at);
        at += 4;
        return value;
    }

    long u32() {
        return i32() & 0xffff_ffffL;
    }

    long i64() {
        need(8);
        long value = (long) LONG.get(bytes, at);
        at += 8;
        return value;
    }

    double f64() {
        return Double.longBitsToDouble(i64());
    }

    String string() {
        long length = u32();
        need(length);
        String text = new String(bytes, at, (int) length, StandardCharsets.UTF_8);
        at += (int) length;
        return text;
    }

    void skip(long count) {
        need(count);
        at += (int) count;
    }

    private void need(long count) {
        if (count < 0 || count > end - at) {
            throw broken("%d bytes should follow where %d are left".formatted(count, end - at));
        }
    }

    RootFormatException broken(String message) {
        return RootFormatException.broken(place, message);
    }
}
