package org.heralddata.formats.root.compress;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Deflated bytes, with or without the frame of zlib. */
final class Inflated implements BlockCodec {
    private final Inflater inflater;
    private final byte[] beyond = new byte[1];

    Inflated(Inflater inflater) {
        this.inflater = inflater;
    }

    @Override
    public void decode(byte[] in, int inOffset, int inLength, byte[] out, int outOffset, int outLength)
            throws CompressionException {
        inflater.reset();
        inflater.setInput(in, inOffset, inLength);
        try {
            for (int done = 0; done < outLength; ) {
                int count = inflater.inflate(out, outOffset + done, outLength - done);
                if (count == 0) {
                    throw new CompressionException("the deflated bytes end after %d of %d".formatted(done, outLength));
                }
                done += count;
            }
            if (!inflater.finished() && inflater.inflate(beyond) > 0) {
                throw new CompressionException("more than %d bytes inflate".formatted(outLength));
            }
        } catch (DataFormatException e) {
            throw new CompressionException("the deflated bytes are broken");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
