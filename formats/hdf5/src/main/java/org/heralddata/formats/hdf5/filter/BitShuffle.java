package org.heralddata.formats.hdf5.filter;

/**
 * Filter 32008: bits transposed within blocks, with LZ4, Zstandard or nothing after it.
 *
 * @see <a href="https://github.com/kiyo-masui/bitshuffle">bitshuffle</a>
 */
final class BitShuffle {
    private static final int TARGET_BLOCK_BYTES = 8192;
    private static final int SMALLEST_BLOCK = 128;

    private BitShuffle() {}

    static byte[] decode(byte[] in, FilterSpec filter, int most) throws FilterException {
        int width = filter.value(2);
        if (width < 1) {
            throw new FilterException("elements of %d bytes".formatted(width));
        }
        int given = filter.values().size() > 3 ? filter.value(3) : 0;
        int compression = filter.values().size() > 4 ? filter.value(4) : 0;
        int block = given > 0 ? given : Math.max(SMALLEST_BLOCK, TARGET_BLOCK_BYTES / width / 8 * 8);
        return switch (compression) {
            case 0 -> plain(in, width, block);
            case 2, 3 -> compressed(in, width, compression == 3, most);
            default ->
                throw new FilterException("bitshuffle with compression %d is not supported".formatted(compression));
        };
    }

    private static byte[] plain(byte[] in, int width, int block) {
        byte[] out = new byte[in.length];
        int step = block * width;
        int at = 0;
        while (in.length - at >= step) {
            transpose(in, at, out, at, block, width);
            at += step;
        }
        tail(in, at, out, at, in.length - at, width);
        return out;
    }

    private static byte[] compressed(byte[] in, int width, boolean zstd, int most) throws FilterException {
        long size = Lz4.bigEndian(in, 0, 8);
        int blockBytes = (int) Lz4.bigEndian(in, 8, 4);
        if (size < 0 || size > most || blockBytes < 8 * width || blockBytes > most + TARGET_BLOCK_BYTES * width) {
            throw new FilterException("a bitshuffle frame of %d bytes where %d fit".formatted(size, most));
        }
        byte[] out = new byte[(int) size];
        int at = 12;
        int to = 0;
        while (out.length - to >= 8 * width) {
            int bytes = Math.min(blockBytes, (out.length - to) / (8 * width) * 8 * width);
            int compressed = (int) Lz4.bigEndian(in, at, 4);
            at += 4;
            if (compressed < 0 || compressed > in.length - at) {
                throw new FilterException("the compressed data end too early");
            }
            byte[] shuffled = new byte[bytes];
            if (zstd) {
                Airlift.fill("Zstandard", Airlift.zstd(), in, at, compressed, shuffled, 0, bytes);
            } else {
                Lz4.block(in, at, compressed, shuffled, 0, bytes);
            }
            transpose(shuffled, 0, out, to, bytes / width, width);
            at += compressed;
            to += bytes;
        }
        if (in.length - at < out.length - to) {
            throw new FilterException("the compressed data end too early");
        }
        System.arraycopy(in, at, out, to, out.length - to);
        return out;
    }

    /** As Blosc does it: the whole as one block, or nothing if its elements are no multiple of eight. */
    static byte[] whole(byte[] in, int width) {
        int elements = in.length / width;
        if (elements % 8 != 0) {
            return in;
        }
        byte[] out = new byte[in.length];
        tail(in, 0, out, 0, in.length, width);
        return out;
    }

    /** The last, shorter block: as many times eight elements as there are, the rest copied. */
    private static void tail(byte[] in, int at, byte[] out, int to, int bytes, int width) {
        int elements = bytes / width / 8 * 8;
        transpose(in, at, out, to, elements, width);
        int done = elements * width;
        System.arraycopy(in, at + done, out, to + done, bytes - done);
    }

    /** Bit b of element i lies at bit i of row b, rows being {@code elements / 8} bytes long. */
    private static void transpose(byte[] in, int at, byte[] out, int to, int elements, int width) {
        int row = elements / 8;
        for (int bit = 0; bit < 8 * width; bit++) {
            int from = at + bit * row;
            int target = to + bit / 8;
            int shift = bit % 8;
            for (int i = 0; i < elements; i++) {
                int value = (in[from + i / 8] >> (i % 8)) & 1;
                out[target + i * width] |= (byte) (value << shift);
            }
        }
    }
}
