package org.heralddata.spi.bytes;

import java.util.zip.Deflater;

/**
 * Compresses into zlib streams. Bytes in which next to nothing repeats, such as the mantissas of measured numbers, are only
 * coded by frequency (Huffman): the search for repetitions takes three times as long there, and gives nothing. A sample
 * tells which they are.
 *
 * <p>Keeps native memory until closed. For one thread.
 */
public final class ZlibEncoder implements AutoCloseable {
    private static final int SLICES = 8;
    private static final int SLICE = 1024;

    /** The sample must shrink to this part of it by repetitions, else they are not looked for. */
    private static final double WORTH_A_SEARCH = 0.8;

    private final Deflater searching;
    private final Deflater counting;
    private final byte[] sample = new byte[SLICES * SLICE];
    private final byte[] scratch = new byte[2 * SLICES * SLICE];

    /** @param level 1 (fast) to 9 (small) */
    public ZlibEncoder(int level) {
        searching = new Deflater(level);
        counting = new Deflater(level);
        counting.setStrategy(Deflater.HUFFMAN_ONLY);
    }

    /**
     * Makes one zlib stream of some bytes.
     *
     * @param out where it goes from {@code at} on
     * @return its length; negative if {@code out} has no room for it
     */
    public int encode(byte[] data, int offset, int length, byte[] out, int at) {
        Deflater deflater = isNoise(data, offset, length) ? counting : searching;
        return deflate(deflater, data, offset, length, out, at);
    }

    private boolean isNoise(byte[] data, int offset, int length) {
        if (length < 2 * sample.length) {
            return false;
        }
        // From the middle of each eighth, where shuffled bytes of doubles have each of their eight planes.
        for (int slice = 0; slice < SLICES; slice++) {
            int from = offset + (int) ((length - SLICE) * (2L * slice + 1) / (2 * SLICES));
            System.arraycopy(data, from, sample, slice * SLICE, SLICE);
        }
        int found = deflate(searching, sample, 0, sample.length, scratch, 0);
        return found > WORTH_A_SEARCH * sample.length
                && deflate(counting, sample, 0, sample.length, scratch, 0) <= found;
    }

    private static int deflate(Deflater deflater, byte[] data, int offset, int length, byte[] out, int at) {
        deflater.reset();
        deflater.setInput(data, offset, length);
        deflater.finish();
        int count = deflater.deflate(out, at, out.length - at);
        return deflater.finished() ? count : -1;
    }

    @Override
    public void close() {
        searching.end();
        counting.end();
    }
}
