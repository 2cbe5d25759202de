package org.heralddata.formats.hdf5.filter;

import java.util.Arrays;

/** Filter 3: four bytes of checksum after the data. */
final class Fletcher32 {

    private Fletcher32() {}

    static byte[] decode(byte[] in) throws FilterException {
        int length = in.length - 4;
        if (length < 0) {
            throw new FilterException("no room for a checksum");
        }
        int stored = (in[length] & 0xff)
                | (in[length + 1] & 0xff) << 8
                | (in[length + 2] & 0xff) << 16
                | (in[length + 3] & 0xff) << 24;
        int computed = checksum(in, length);
        // releases of the C library before 1.6.3 wrote the bytes of each half swapped
        int swapped = ((computed & 0x00ff00ff) << 8) | ((computed >>> 8) & 0x00ff00ff);
        if (stored != computed && stored != swapped) {
            throw new FilterException("its Fletcher checksum does not match");
        }
        return Arrays.copyOf(in, length);
    }

    private static int checksum(byte[] in, int length) {
        long low = 0;
        long high = 0;
        for (int i = 0; i + 1 < length; i += 2) {
            low = (low + ((in[i] & 0xff) << 8 | (in[i + 1] & 0xff))) % 65535;
            high = (high + low) % 65535;
        }
        if (length % 2 == 1) {
            low = (low + ((in[length - 1] & 0xff) << 8)) % 65535;
            high = (high + low) % 65535;
        }
        return (int) (high << 16 | low);
    }
}
