package org.heralddata.formats.hdf5.filter;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Filter 1: a zlib stream. Keeps its native memory until closed. */
final class Deflated {
    private @Nullable Inflater inflater;

    byte[] decode(byte[] data, int most) throws FilterException {
        Inflater zlib = inflater;
        if (zlib == null) {
            zlib = new Inflater();
            inflater = zlib;
        }
        zlib.reset();
        zlib.setInput(data);
        byte[] out = new byte[most];
        int done = 0;
        try {
            while (!zlib.finished()) {
                int count = done < most ? zlib.inflate(out, done, most - done) : zlib.inflate(new byte[1]);
                done += count;
                if (done > most) {
                    throw new FilterException("more than %d bytes inflate".formatted(most));
                }
                if (count == 0 && !zlib.finished()) {
                    throw new FilterException("the deflated data end too early");
                }
            }
        } catch (DataFormatException e) {
            throw new FilterException("the deflated data are broken");
        }
        return done == most ? out : Arrays.copyOf(out, done);
    }

    void close() {
        if (inflater != null) {
            inflater.end();
            inflater = null;
        }
    }
}
