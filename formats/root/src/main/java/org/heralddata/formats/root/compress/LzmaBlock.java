package org.heralddata.formats.root.compress;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.ArrayCache;
import org.tukaani.xz.BasicArrayCache;
import org.tukaani.xz.XZInputStream;

/** A file of xz: LZMA2 with the checks of its container. */
final class LzmaBlock implements BlockCodec {
    /** A dictionary of 64 MiB, that of the highest level, and its tables. */
    private static final int MOST_KIB = 66 * 1024;

    private final ArrayCache arrays = new BasicArrayCache();

    @Override
    public void decode(byte[] in, int inOffset, int inLength, byte[] out, int outOffset, int outLength)
            throws CompressionException {
        try (InputStream xz =
                new XZInputStream(new ByteArrayInputStream(in, inOffset, inLength), MOST_KIB, true, arrays)) {
            int count = xz.readNBytes(out, outOffset, outLength);
            if (count != outLength || xz.read() >= 0) {
                throw new CompressionException(
                        "an LZMA block holds another number of bytes than %d".formatted(outLength));
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new CompressionException("the bytes of an LZMA block are broken");
        }
    }

    @Override
    public void close() {
        // the garbage collector has it all
    }
}
