package org.heralddata.formats.hdf5.filter;

import io.airlift.compress.v3.snappy.SnappyJavaDecompressor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Filter 32001, the usual one of PyTables and pandas: blocks shuffled by bytes or bits, each split into streams of its own and
 * compressed by BloscLZ, LZ4, Snappy, zlib or Zstandard.
 *
 * @see <a href="https://github.com/Blosc/c-blosc/blob/main/README_CHUNK_FORMAT.rst">Blosc chunk format</a>
 */
final class Blosc {
    private static final int HEADER = 16;
    private static final int BYTE_SHUFFLE = 1;
    private static final int COPIED = 2;
    private static final int BIT_SHUFFLE = 4;
    private static final int NOT_SPLIT = 16;
    private static final int MOST_SPLITS = 16;
    private static final int SMALLEST_SPLIT = 128;

    private final Deflated deflated;

    Blosc(Deflated deflated) {
        this.deflated = deflated;
    }

    byte[] decode(byte[] in, int most) throws FilterException {
        if (in.length < HEADER) {
            throw new FilterException("the Blosc data end within their header");
        }
        int flags = in[2] & 0xff;
        int width = Math.max(1, in[3] & 0xff);
        int size = word(in, 4);
        int block = word(in, 8);
        if (size < 0 || size > most || (block < 1 && size > 0) || word(in, 12) > in.length) {
            throw new FilterException("a Blosc frame of %d bytes where %d fit".formatted(size, most));
        }
        if ((flags & COPIED) != 0) {
            if (in.length - HEADER < size) {
                throw new FilterException("the Blosc data end too early");
            }
            return Arrays.copyOfRange(in, HEADER, HEADER + size);
        }
        byte[] out = new byte[size];
        for (int i = 0, from = 0; from < size; i++) {
            int length = Math.min(block, size - from);
            byte[] plain = block(in, word(in, HEADER + 4 * i), length, length == block, flags, width);
            System.arraycopy(plain, 0, out, from, length);
            from += length;
        }
        return out;
    }

    private byte[] block(byte[] in, int start, int length, boolean whole, int flags, int width) throws FilterException {
        boolean split = (flags & NOT_SPLIT) == 0 && whole && width <= MOST_SPLITS && length / width >= SMALLEST_SPLIT;
        int streams = split ? width : 1;
        int room = length / streams;
        byte[] mixed = new byte[length];
        int at = start;
        for (int s = 0; s < streams; s++) {
            int compressed = word(in, at);
            at += 4;
            if (compressed < 0 || compressed > in.length - at) {
                throw new FilterException("the Blosc data end too early");
            }
            if (compressed == room) {
                System.arraycopy(in, at, mixed, s * room, room);
            } else {
                stream(flags >> 5, in, at, compressed, mixed, s * room, room);
            }
            at += compressed;
        }
        if ((flags & BYTE_SHUFFLE) != 0) {
            return Shuffle.decode(mixed, width);
        }
        return (flags & BIT_SHUFFLE) != 0 ? BitShuffle.whole(mixed, width) : mixed;
    }

    private void stream(int codec, byte[] in, int at, int length, byte[] out, int to, int room) throws FilterException {
        switch (codec) {
            case 0 -> BloscLz.decode(in, at, length, out, to, room);
            case 1 -> Lz4.block(in, at, length, out, to, room);
            case 2 -> Airlift.fill("Snappy", new SnappyJavaDecompressor(), in, at, length, out, to, room);
            case 3 -> {
                byte[] plain = deflated.decode(Arrays.copyOfRange(in, at, at + length), room);
                if (plain.length != room) {
                    throw new FilterException("the zlib data of a Blosc block have the wrong length");
                }
                System.arraycopy(plain, 0, out, to, room);
            }
            case 4 -> Airlift.fill("Zstandard", Airlift.zstd(), in, at, length, out, to, room);
            default -> throw new FilterException("Blosc's compressor %d is not supported".formatted(codec));
        }
    }

    private static int word(byte[] in, int at) throws FilterException {
        if (at < 0 || at > in.length - 4) {
            throw new FilterException("the Blosc data end too early");
        }
        return ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
