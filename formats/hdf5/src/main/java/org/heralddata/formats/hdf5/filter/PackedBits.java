package org.heralddata.formats.hdf5.filter;

/** Numbers of any count of bits one after the other, the highest bit first. */
final class PackedBits {
    private final byte[] bytes;
    private long position;

    PackedBits(byte[] bytes, int from) {
        this.bytes = bytes;
        this.position = 8L * from;
    }

    /** @param bits 1 to 64 */
    long next(int bits) throws FilterException {
        if (position + bits > 8L * bytes.length) {
            throw new FilterException("the packed bits end too early");
        }
        long value = 0;
        for (int left = bits; left > 0; ) {
            int inByte = (int) (position & 7);
            int take = Math.min(left, 8 - inByte);
            int part = (bytes[(int) (position >> 3)] & 0xff) >> (8 - inByte - take) & ((1 << take) - 1);
            value = value << take | part;
            position += take;
            left -= take;
        }
        return value;
    }

    /** Puts the lowest bytes of a value. */
    static void put(byte[] out, int at, int size, boolean bigEndian, long value) {
        for (int b = 0; b < size; b++) {
            out[at + (bigEndian ? size - 1 - b : b)] = (byte) (value >> (8 * b));
        }
    }
}
