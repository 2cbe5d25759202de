package org.heralddata.formats.hdf5.filter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Filter 307. */
final class Bzip2 {

    private Bzip2() {}

    static byte[] decode(byte[] in, int most) throws FilterException {
        try (var plain = new BZip2CompressorInputStream(new ByteArrayInputStream(in))) {
            byte[] out = plain.readNBytes(most);
            if (plain.read() >= 0) {
                throw new FilterException("the bzip2 data hold more than %d bytes".formatted(most));
            }
            return out;
        } catch (IOException | RuntimeException broken) {
            throw new FilterException("the bzip2 data are broken");
        }
    }
}
