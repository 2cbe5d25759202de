package org.heralddata.spi.bytes;

import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/**
 * Compresses into zlib streams. Bytes in which little repeats, such as the mantissas of measured numbers, are only coded by
 * frequency (Huffman), and those of which all are equally frequent stored: the search for repetitions takes three times as
 * long there, and gives nothing. Of each 16 kB a sample tells which they are.
 *
 * <p>Keeps native memory until closed. For one thread.
 */
public final class ZlibEncoder implements AutoCloseable {

    /** As long as one of the eight planes that shuffling makes of 128 kB of doubles. */
    private static final int SLICE = 16 << 10;

    private static final int SAMPLE = 1024;

    /** Bits a byte from which Huffman codes save nothing worth their time. */
    private static final double NOISE = 7.95;

    private static final int MOST_STORED = 0xffff;
    private static final int ROOM_OF_ENDS = 6;

    private enum Method {
        SEARCH,
        COUNT,
        STORE
    }

    private final Deflater searching;
    private final Deflater counting;
    private final byte[] scratch = new byte[2 * SAMPLE];
    private final int[] counts = new int[4 * 256];

    /** @param level 1 (fast) to 9 (small) */
    public ZlibEncoder(int level) {
        searching = new Deflater(level, true);
        counting = new Deflater(level, true);
        counting.setStrategy(Deflater.HUFFMAN_ONLY);
    }

    /**
     * Makes one zlib stream of some bytes (RFC 1950).
     *
     * @param out where it goes from {@code at} on
     * @return its length; negative if {@code out} has no room for it
     */
    public int encode(byte[] data, int offset, int length, byte[] out, int at) {
        if (out.length - at < ROOM_OF_ENDS) {
            return -1;
        }
        out[at] = 0x78;
        out[at + 1] = 1;
        int end = at + 2;
        int slices = Math.max(1, length / SLICE);
        int from = 0;
        Method method = method(data, offset, slice(1, slices, length));
        for (int s = 1; s <= slices && end > 0; s++) {
            int to = slice(s, slices, length);
            Method next = s == slices ? null : method(data, offset + to, slice(s + 1, slices, length) - to);
            if (next != method) {
                end = run(method, data, offset + from, to - from, next == null, out, end);
                from = to;
                method = next == null ? method : next;
            }
        }
        if (end < 0 || out.length - end < 4) {
            return -1;
        }
        var sum = new Adler32();
        sum.update(data, offset, length);
        for (int shift = 24; shift >= 0; shift -= 8) {
            out[end++] = (byte) (sum.getValue() >> shift);
        }
        return end - at;
    }

    /** Where the slice of this number begins, and the one before ends. */
    private static int slice(int number, int slices, int length) {
        return (int) ((long) length * number / slices);
    }

    private Method method(byte[] data, int offset, int length) {
        if (length < 4 * SAMPLE) {
            return Method.SEARCH;
        }
        int middle = offset + (length - SAMPLE) / 2;
        int found = whole(searching, data, middle, SAMPLE);
        if (found >= SAMPLE && entropy(data, offset, length) > NOISE) {
            return Method.STORE;
        }
        return whole(counting, data, middle, SAMPLE) <= found ? Method.COUNT : Method.SEARCH;
    }

    private int whole(Deflater deflater, byte[] data, int offset, int length) {
        deflater.reset();
        deflater.setInput(data, offset, length);
        deflater.finish();
        return deflater.deflate(scratch);
    }

    /** Bits a byte, if bytes were independent of each other. */
    private double entropy(byte[] data, int offset, int length) {
        Arrays.fill(counts, 0);
        int at = offset;
        for (int last = offset + length - 3; at < last; at += 4) {
            counts[data[at] & 0xff]++;
            counts[256 + (data[at + 1] & 0xff)]++;
            counts[512 + (data[at + 2] & 0xff)]++;
            counts[768 + (data[at + 3] & 0xff)]++;
        }
        int total = at - offset;
        double bits = 0;
        for (int value = 0; value < 256; value++) {
            int count = counts[value] + counts[256 + value] + counts[512 + value] + counts[768 + value];
            if (count > 0) {
                bits -= count * Math.log((double) count / total);
            }
        }
        return bits / Math.log(2) / total;
    }

    /** Adds a stretch of the stream (RFC 1951); tells where it ends, negative if there is no room. */
    private int run(Method method, byte[] data, int offset, int length, boolean last, byte[] out, int at) {
        if (method == Method.STORE) {
            return store(data, offset, length, last, out, at);
        }
        Deflater deflater = method == Method.SEARCH ? searching : counting;
        deflater.reset();
        deflater.setInput(data, offset, length);
        if (last) {
            deflater.finish();
        }
        int count = deflater.deflate(out, at, out.length - at, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
        boolean done = last ? deflater.finished() : count < out.length - at;
        return done ? at + count : -1;
    }

    /** As blocks without compression (RFC 1951, 3.2.4); what comes before them ends with a byte. */
    private static int store(byte[] data, int offset, int length, boolean last, byte[] out, int at) {
        int end = at;
        for (int done = 0; done < length; ) {
            int part = Math.min(MOST_STORED, length - done);
            if (out.length - end < 5 + part) {
                return -1;
            }
            out[end] = (byte) (last && done + part == length ? 1 : 0);
            out[end + 1] = (byte) part;
            out[end + 2] = (byte) (part >> 8);
            out[end + 3] = (byte) ~part;
            out[end + 4] = (byte) (~part >> 8);
            System.arraycopy(data, offset + done, out, end + 5, part);
            end += 5 + part;
            done += part;
        }
        return end;
    }

    @Override
    public void close() {
        searching.end();
        counting.end();
    }
}
