package org.heralddata.formats.hdf5.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A piece of metadata read from front to back; little-endian, as all metadata of HDF5. For one thread. */
final class Block {

    /** Stands for "no address": all bits set, whatever the size of addresses. */
    static final long UNDEFINED = -1;

    private final byte[] bytes;
    private final long start;
    private final int offsetSize;
    private final int lengthSize;
    private int at;

    /**
     * @param start      byte of the file at which {@code bytes} begin, for messages
     * @param offsetSize bytes of an address
     * @param lengthSize bytes of a length
     */
    Block(byte[] bytes, long start, int offsetSize, int lengthSize) {
        this.bytes = bytes;
        this.start = start;
        this.offsetSize = offsetSize;
        this.lengthSize = lengthSize;
    }

    /** Byte of the file that comes next. */
    long position() {
        return start + at;
    }

    /** Bytes passed. */
    int passed() {
        return at;
    }

    int remaining() {
        return bytes.length - at;
    }

    int offsetSize() {
        return offsetSize;
    }

    int lengthSize() {
        return lengthSize;
    }

    void seek(int position) {
        if (position < 0 || position > bytes.length) {
            throw FormatException.broken(
                    start, "a structure of %d bytes refers to its byte %d".formatted(bytes.length, position));
        }
        at = position;
    }

    void skip(int count) {
        need(count);
        at += count;
    }

    /** Passes the padding that brings what was read since {@code from} to a multiple of eight bytes. */
    void alignTo8(int from) {
        int over = (at - from) % 8;
        if (over != 0) {
            skip(Math.min(8 - over, remaining()));
        }
    }

    int u8() {
        need(1);
        return bytes[at++] & 0xff;
    }

    int u16() {
        return (int) uint(2);
    }

    long u32() {
        return uint(4);
    }

    /** An unsigned integer of 1 to 8 bytes; 8 bytes beyond the range of long are refused. */
    long uint(int size) {
        need(size);
        long value = 0;
        for (int i = 0; i < size; i++) {
            value |= (bytes[at + i] & 0xffL) << (8 * i);
        }
        if (value < 0) {
            throw FormatException.broken(position(), "a size of 2^63 or more");
        }
        at += size;
        return value;
    }

    /** The same as an int; larger values are refused. */
    int size(int width) {
        long before = position();
        long value = uint(width);
        if (value > Integer.MAX_VALUE) {
            throw FormatException.broken(before, "a size of %d bytes is beyond reason".formatted(value));
        }
        return (int) value;
    }

    /** An address relative to the superblock, or {@link #UNDEFINED}. */
    long address() {
        need(offsetSize);
        boolean undefined = true;
        for (int i = 0; i < offsetSize; i++) {
            undefined &= bytes[at + i] == (byte) 0xff;
        }
        if (undefined) {
            at += offsetSize;
            return UNDEFINED;
        }
        return uint(offsetSize);
    }

    /** A length or, as in unlimited dimensions, {@link Long#MAX_VALUE} for all bits set. */
    long lengthOrUnlimited() {
        need(lengthSize);
        boolean unlimited = true;
        for (int i = 0; i < lengthSize; i++) {
            unlimited &= bytes[at + i] == (byte) 0xff;
        }
        if (unlimited) {
            at += lengthSize;
            return Long.MAX_VALUE;
        }
        return uint(lengthSize);
    }

    long length() {
        return uint(lengthSize);
    }

    byte[] take(int count) {
        need(count);
        byte[] taken = Arrays.copyOfRange(bytes, at, at + count);
        at += count;
        return taken;
    }

    /** The next bytes as a block of their own. */
    Block slice(int count) {
        long where = position();
        return new Block(take(count), where, offsetSize, lengthSize);
    }

    String text(int count) {
        byte[] taken = take(count);
        int end = 0;
        while (end < taken.length && taken[end] != 0) {
            end++;
        }
        return new String(taken, 0, end, StandardCharsets.UTF_8);
    }

    /** Text up to a zero byte, which is passed. */
    String zeroTerminated() {
        int end = at;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        if (end == bytes.length) {
            throw FormatException.broken(position(), "a name without its end");
        }
        String text = new String(bytes, at, end - at, StandardCharsets.UTF_8);
        at = end + 1;
        return text;
    }

    void signature(String wanted) {
        long where = position();
        String found = new String(take(wanted.length()), StandardCharsets.ISO_8859_1);
        if (!found.equals(wanted)) {
            throw FormatException.broken(where, "expected the signature `%s`".formatted(wanted));
        }
    }

    void version(int wanted, String what) {
        long where = position();
        int found = u8();
        if (found != wanted) {
            throw FormatException.broken(where, "%s of version %d, not %d".formatted(what, found, wanted));
        }
    }

    /** Compares the next four bytes with the checksum of all before. */
    void checksum(String what) {
        int computed = Lookup3.hash(bytes, 0, at);
        long where = position();
        if ((int) u32() != computed) {
            throw FormatException.broken(where, "the checksum of %s does not match".formatted(what));
        }
    }

    private void need(int count) {
        if (count < 0 || count > bytes.length - at) {
            throw FormatException.broken(position(), "a structure ends too early");
        }
    }
}
