package org.heralddata.formats.root.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes read from front to back, big-endian, never beyond their end. For one thread. */
public final class RootBuffer {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private final int start;
    private final int end;
    private final long place;
    private final int displacement;
    private int at;

    private RootBuffer(byte[] bytes, int start, int end, long place, int displacement) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.place = place;
        this.displacement = displacement;
        at = start;
    }

    /**
     * All of an array, which is not copied.
     *
     * @param place        byte of the file to blame: that of the array's first byte, or of the compressed bytes that it came
     *                     from; negative if none
     * @param displacement what references between objects count before the array's first byte: the length of the key
     */
    public static RootBuffer of(byte[] bytes, long place, int displacement) {
        return new RootBuffer(bytes, 0, bytes.length, place, displacement);
    }

    /** The array read from; not to be changed. */
    public byte[] array() {
        return bytes;
    }

    /** Index in {@link #array()} of the next byte. */
    public int at() {
        return at;
    }

    /** Index in {@link #array()} after the last byte. */
    public int end() {
        return end;
    }

    public int remaining() {
        return end - at;
    }

    /** Byte of the file to blame for what goes wrong here; negative if none. */
    public long place() {
        return place;
    }

    /** What references between objects call the next byte. */
    public long reference() {
        return (long) at + displacement;
    }

    /** What references call a byte of {@link #array()}. */
    public int displacement() {
        return displacement;
    }

    /** Goes to an index in {@link #array()}. */
    public void seek(int index) {
        if (index < start || index > end) {
            throw broken("a structure of %d bytes refers to its byte %d".formatted(end - start, (long) index - start));
        }
        at = index;
    }

    public void skip(int count) {
        need(count);
        at += count;
    }

    /** Makes sure that so many bytes follow. */
    public void need(long count) {
        if (count < 0 || count > end - at) {
            throw broken("%d bytes should follow where %d are left".formatted(count, end - at));
        }
    }

    public int u8() {
        need(1);
        return bytes[at++] & 0xff;
    }

    public byte i8() {
        need(1);
        return bytes[at++];
    }

    public short i16() {
        need(2);
        short value = (short) SHORT.get(bytes, at);
        at += 2;
        return value;
    }

    public int u16() {
        return i16() & 0xffff;
    }

    public int i32() {
        need(4);
        int value = (int) INT.get(bytes, at);
        at += 4;
        return value;
    }

    public long u32() {
        return i32() & 0xffff_ffffL;
    }

    public long i64() {
        need(8);
        long value = (long) LONG.get(bytes, at);
        at += 8;
        return value;
    }

    public float f32() {
        return Float.intBitsToFloat(i32());
    }

    public double f64() {
        return Double.longBitsToDouble(i64());
    }

    /** A count of things that take at least {@code smallest} bytes each in what follows. */
    public int count(int smallest) {
        int count = i32();
        if (count < 0 || (long) count * smallest > end - at) {
            throw broken("%d entries are announced where %d bytes are left".formatted(count, end - at));
        }
        return count;
    }

    /** A string as {@code TString}, {@code std::string} and keys have it: one byte of length, or 255 and four. */
    public String string() {
        int length = stringLength();
        String text = text(bytes, at, length);
        at += length;
        return text;
    }

    /** Passes the length before a string, and makes sure that its bytes follow. */
    public int stringLength() {
        int length = u8();
        if (length == 255) {
            length = i32();
        }
        need(length);
        return length;
    }

    /** Text up to a zero byte, which is passed. */
    public String zeroTerminated() {
        int stop = at;
        while (stop < end && bytes[stop] != 0) {
            stop++;
        }
        if (stop == end) {
            throw broken("a name without its end");
        }
        String text = text(bytes, at, stop - at);
        at = stop + 1;
        return text;
    }

    public byte[] take(int count) {
        need(count);
        byte[] taken = Arrays.copyOfRange(bytes, at, at + count);
        at += count;
        return taken;
    }

    /** The next bytes as a buffer of their own over the same array; passes them. */
    public RootBuffer slice(int count) {
        need(count);
        var slice = new RootBuffer(bytes, at, at + count, place, displacement);
        at += count;
        return slice;
    }

    /** The complaint that these bytes contradict themselves. */
    public RootFormatException broken(String message) {
        return RootFormatException.broken(place, message);
    }

    /** UTF-8, or Latin-1 where that fails. */
    public static String text(byte[] bytes, int from, int length) {
        boolean ascii = true;
        for (int i = from; i < from + length; i++) {
            ascii &= bytes[i] >= 0;
        }
        if (ascii) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0 ? text : new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }
}
