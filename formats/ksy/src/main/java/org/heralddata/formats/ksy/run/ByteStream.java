package org.heralddata.formats.ksy.run;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;

/**
 * Bytes with a position, read by bytes and by bits, as the
 * <a href="https://doc.kaitai.io/stream_api.html">stream API of Kaitai Struct</a> says. For one thread.
 */
public final class ByteStream {
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int LARGEST = Integer.MAX_VALUE - 16;

    private final MemorySegment bytes;
    private final long size;
    private final long origin;
    private long pos;
    private long bits;
    private int bitsLeft;

    private ByteStream(MemorySegment bytes, long origin) {
        this.bytes = bytes;
        this.size = bytes.byteSize();
        this.origin = origin;
    }

    /** A whole file. */
    public static ByteStream ofFile(MemorySegment bytes) {
        return new ByteStream(bytes, 0);
    }

    /** Bytes made from others, which no byte of the file stands for. */
    static ByteStream of(byte[] bytes) {
        return new ByteStream(MemorySegment.ofArray(bytes), Long.MIN_VALUE);
    }

    public long size() {
        return size;
    }

    public long pos() {
        return pos;
    }

    /** True if neither a byte nor a bit is left. */
    public boolean isEnd() {
        return pos >= size && bitsLeft == 0;
    }

    void seek(long to) {
        if (to < 0) {
            throw new Failure(KsyCode.EVALUATION, "the position %d is negative".formatted(to)).at(offset());
        }
        align();
        pos = to;
    }

    /** The byte of the file at the position; negative if none. */
    long offset() {
        return origin < 0 ? -1 : origin + pos;
    }

    /** Gives up the bits left of the byte that is being read. */
    void align() {
        bitsLeft = 0;
        bits = 0;
    }

    long unsigned1() {
        return bytes.get(ValueLayout.JAVA_BYTE, advance(1)) & 0xff;
    }

    long signed1() {
        return bytes.get(ValueLayout.JAVA_BYTE, advance(1));
    }

    short word2(boolean little) {
        short value = bytes.get(SHORT, advance(2));
        return little ? value : Short.reverseBytes(value);
    }

    int word4(boolean little) {
        int value = bytes.get(INT, advance(4));
        return little ? value : Integer.reverseBytes(value);
    }

    long word8(boolean little) {
        long value = bytes.get(LONG, advance(8));
        return little ? value : Long.reverseBytes(value);
    }

    /** Bits, the first the most significant; 1 to 64. */
    long bitsBig(int count) {
        long result = 0;
        int needed = count - bitsLeft;
        if (needed > 0) {
            int more = (needed + 7) / 8;
            long at = advance(more);
            result = bits & mask(bitsLeft);
            for (int i = 0; i < more; i++) {
                long octet = bytes.get(ValueLayout.JAVA_BYTE, at + i) & 0xff;
                int take = Math.min(8, needed - 8 * i);
                result = (result << take) | (octet >>> (8 - take));
                bits = octet;
            }
            bitsLeft = more * 8 - needed;
        } else {
            bitsLeft = -needed;
            result = (bits >>> bitsLeft) & mask(count);
        }
        bits &= mask(bitsLeft);
        return result;
    }

    /** Bits, the first the least significant; 1 to 64. */
    long bitsLittle(int count) {
        int needed = count - bitsLeft;
        long result;
        if (needed > 0) {
            int more = (needed + 7) / 8;
            long at = advance(more);
            result = bits;
            int have = bitsLeft;
            bits = 0;
            for (int i = 0; i < more; i++) {
                long octet = bytes.get(ValueLayout.JAVA_BYTE, at + i) & 0xff;
                int take = Math.min(8, needed - 8 * i);
                result |= (octet & mask(take)) << have;
                have += take;
                bits = octet >>> take;
            }
            bitsLeft = more * 8 - needed;
        } else {
            result = bits & mask(count);
            bits >>>= count;
            bitsLeft = -needed;
        }
        return result;
    }

    private static long mask(int count) {
        return count == 0 ? 0 : -1L >>> (64 - count);
    }

    /** The next bytes, copied. */
    byte[] take(long count) {
        check(count);
        if (count > LARGEST) {
            throw new Failure(KsyCode.LIMIT, "a field of %,d bytes is too large to be held".formatted(count))
                    .at(offset());
        }
        byte[] taken = bytes.asSlice(pos, count).toArray(ValueLayout.JAVA_BYTE);
        pos += count;
        return taken;
    }

    /** The next bytes as a stream of their own, not copied. */
    ByteStream window(long count) {
        check(count);
        var window = new ByteStream(bytes.asSlice(pos, count), origin < 0 ? origin : origin + pos);
        pos += count;
        return window;
    }

    long left() {
        return Math.max(0, size - pos);
    }

    /**
     * Bytes up to a terminator.
     *
     * @param terminator found only at multiples of its own length
     */
    long lengthBefore(byte[] terminator) {
        int unit = terminator.length;
        for (long at = pos; at + unit <= size; at += unit) {
            int i = 0;
            while (i < unit && bytes.get(ValueLayout.JAVA_BYTE, at + i) == terminator[i]) {
                i++;
            }
            if (i == unit) {
                return at - pos;
            }
        }
        return -1;
    }

    private void check(long count) {
        if (count < 0) {
            throw new Failure(KsyCode.EVALUATION, "a size of %d bytes is asked for".formatted(count)).at(offset());
        }
        if (count > size - pos) {
            throw tooShort(count);
        }
    }

    private long advance(int count) {
        long at = pos;
        if (count > size - at) {
            throw tooShort(count);
        }
        pos = at + count;
        return at;
    }

    private Failure tooShort(long count) {
        return new Failure(
                        KsyCode.END_OF_STREAM,
                        "requested %d bytes, but only %d bytes available".formatted(count, left()))
                .at(offset());
    }
}
