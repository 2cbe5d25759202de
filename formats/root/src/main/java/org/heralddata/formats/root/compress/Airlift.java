package org.heralddata.formats.root.compress;

import io.airlift.compress.v3.Decompressor;
import io.airlift.compress.v3.MalformedInputException;

/** Calls a decompressor of aircompressor so that broken input ends in one kind of exception. */
final class Airlift {

    private Airlift() {}

    static void decompress(
            Decompressor decompressor,
            String name,
            byte[] in,
            int inOffset,
            int inLength,
            byte[] out,
            int outOffset,
            int outLength)
            throws CompressionException {
        int count;
        try {
            count = decompressor.decompress(in, inOffset, inLength, out, outOffset, outLength);
        } catch (MalformedInputException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new CompressionException("the bytes of a %s block are broken".formatted(name));
        }
        if (count != outLength) {
            throw new CompressionException("a %s block holds %d bytes instead of %d".formatted(name, count, outLength));
        }
    }
}
