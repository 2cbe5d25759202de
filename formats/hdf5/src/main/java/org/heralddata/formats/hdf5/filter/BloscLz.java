package org.heralddata.formats.hdf5.filter;

/**
 * The compression of Blosc's own, a kin of FastLZ.
 *
 * @see <a href="https://github.com/Blosc/c-blosc/blob/main/blosc/blosclz.c">blosclz.c</a>
 */
final class BloscLz {
    private static final int NEAR = 8191;

    private BloscLz() {}

    /** Fills {@code room} bytes of {@code out} exactly. */
    static void decode(byte[] in, int from, int length, byte[] out, int start, int room) throws FilterException {
        int at = from;
        int end = from + length;
        int to = start;
        int limit = start + room;
        try {
            int control = in[at++] & 31;
            while (true) {
                if (control >= 32) {
                    int count = (control >> 5) - 1;
                    int distance = (control & 31) << 8;
                    int code;
                    if (count == 6) {
                        do {
                            code = in[at++] & 0xff;
                            count += code;
                        } while (code == 255);
                    }
                    code = in[at++] & 0xff;
                    count += 3;
                    if (code == 255 && distance == 31 << 8) {
                        distance = ((in[at] & 0xff) << 8 | (in[at + 1] & 0xff)) + NEAR;
                        at += 2;
                    } else {
                        distance += code;
                    }
                    distance++;
                    if (distance > to - start || count > limit - to) {
                        throw new FilterException("the BloscLZ data are broken");
                    }
                    for (int i = 0; i < count; i++, to++) {
                        out[to] = out[to - distance];
                    }
                } else {
                    int literals = control + 1;
                    if (literals > limit - to || literals > end - at) {
                        throw new FilterException("the BloscLZ data are broken");
                    }
                    System.arraycopy(in, at, out, to, literals);
                    at += literals;
                    to += literals;
                }
                if (at >= end) {
                    break;
                }
                control = in[at++] & 0xff;
            }
        } catch (IndexOutOfBoundsException e) {
            throw new FilterException("the BloscLZ data are broken");
        }
        if (to != limit) {
            throw new FilterException("the BloscLZ data end too early");
        }
    }
}
