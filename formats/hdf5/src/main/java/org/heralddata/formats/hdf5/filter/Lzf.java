package org.heralddata.formats.hdf5.filter;

import java.util.Arrays;

/** Filter 32000: Marc Lehmann's LZF, as h5py writes it. */
final class Lzf {

    private Lzf() {}

    static byte[] decode(byte[] in, int most) throws FilterException {
        byte[] out = new byte[most];
        int to = 0;
        int at = 0;
        try {
            while (at < in.length) {
                int control = in[at++] & 0xff;
                if (control < 32) {
                    int count = control + 1;
                    System.arraycopy(in, at, out, to, count);
                    at += count;
                    to += count;
                } else {
                    int length = control >> 5;
                    if (length == 7) {
                        length += in[at++] & 0xff;
                    }
                    int from = to - ((control & 0x1f) << 8) - (in[at++] & 0xff) - 1;
                    for (int i = 0; i < length + 2; i++) {
                        out[to++] = out[from++];
                    }
                }
            }
        } catch (IndexOutOfBoundsException e) {
            throw new FilterException("the LZF data are broken");
        }
        return to == most ? out : Arrays.copyOf(out, to);
    }
}
