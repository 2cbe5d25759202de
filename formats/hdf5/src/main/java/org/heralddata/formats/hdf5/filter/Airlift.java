package org.heralddata.formats.hdf5.filter;

import io.airlift.compress.v3.Decompressor;
import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.zstd.ZstdJavaDecompressor;
import java.util.Arrays;

/** Calls the decompressors of aircompressor so that broken input ends in one kind of exception. */
final class Airlift {

    private Airlift() {}

    static Decompressor zstd() {
        return new ZstdJavaDecompressor();
    }

    /** Filter 32015: one Zstandard frame. */
    static byte[] zstd(byte[] in, int most) throws FilterException {
        byte[] out = new byte[most];
        int length = decode("Zstandard", zstd(), in, 0, in.length, out, 0, most);
        return length == most ? out : Arrays.copyOf(out, length);
    }

    /** Fills {@code room} bytes of {@code out} exactly. */
    static void fill(String name, Decompressor codec, byte[] in, int at, int length, byte[] out, int to, int room)
            throws FilterException {
        if (decode(name, codec, in, at, length, out, to, room) != room) {
            throw new FilterException("the %s data end too early".formatted(name));
        }
    }

    private static int decode(
            String name, Decompressor codec, byte[] in, int at, int length, byte[] out, int to, int room)
            throws FilterException {
        try {
            return codec.decompress(in, at, length, out, to, room);
        } catch (MalformedInputException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new FilterException("the %s data are broken".formatted(name));
        }
    }
}
