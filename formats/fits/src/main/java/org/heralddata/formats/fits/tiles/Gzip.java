package org.heralddata.formats.fits.tiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Tiles packed with gzip, the bytes of numbers shuffled or not: FITS 4.0, section 10.4.2. */
final class Gzip {

    private Gzip() {}

    /** Stops at the first byte too many, so that a small tile cannot fill the memory. */
    static byte[] unpack(byte[] packed, int expected) throws BrokenTile {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = in.readNBytes(expected);
            if (bytes.length < expected) {
                throw new BrokenTile("only %d bytes where %d are expected".formatted(bytes.length, expected));
            }
            if (in.read() >= 0) {
                throw new BrokenTile("more bytes than the %d expected".formatted(expected));
            }
            return bytes;
        } catch (IOException broken) {
            throw new BrokenTile("the gzip stream is broken: " + broken.getMessage());
        }
    }

    /** First come the most significant bytes of all numbers, then the next ones. */
    static byte[] unshuffled(byte[] shuffled, int width) {
        byte[] bytes = new byte[shuffled.length];
        int numbers = shuffled.length / width;
        for (int part = 0; part < width; part++) {
            for (int i = 0; i < numbers; i++) {
                bytes[i * width + part] = shuffled[part * numbers + i];
            }
        }
        return bytes;
    }
}
