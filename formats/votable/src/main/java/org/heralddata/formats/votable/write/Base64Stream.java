package org.heralddata.formats.votable.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;

/** Writes bytes as base64 in long lines, without keeping more than one of them. */
final class Base64Stream {
    private static final int LINE = 3 << 14;

    private final OutputStream out;
    private final Base64.Encoder encoder = Base64.getEncoder();
    private final byte[] line = new byte[LINE];
    private final byte[] encoded = new byte[LINE / 3 * 4];
    private int filled;

    Base64Stream(OutputStream out) {
        this.out = out;
    }

    void write(byte[] bytes, int length) throws IOException {
        int at = 0;
        while (at < length) {
            int part = Math.min(length - at, LINE - filled);
            System.arraycopy(bytes, at, line, filled, part);
            filled += part;
            at += part;
            if (filled == LINE) {
                encoder.encode(line, encoded);
                out.write(encoded);
                out.write('\n');
                filled = 0;
            }
        }
    }

    void finish() throws IOException {
        out.write(encoder.encode(Arrays.copyOf(line, filled)));
        filled = 0;
    }
}
