package org.heralddata.formats.root.ntuple.write;

/** How the elements of a column are put into pages, by the specification's numbers. */
enum Coding {
    BIT(0x00, 1),
    BYTE(0x01, 8),
    CHAR(0x02, 8),
    INT8(0x03, 8),
    UINT8(0x04, 8),
    SPLIT_INT16(0x11, 16),
    SPLIT_UINT16(0x12, 16),
    SPLIT_INT32(0x13, 32),
    SPLIT_UINT32(0x14, 32),
    SPLIT_INT64(0x15, 64),
    SPLIT_UINT64(0x16, 64),
    SPLIT_REAL32(0x18, 32),
    SPLIT_REAL64(0x19, 64),
    SPLIT_INDEX64(0x1b, 64);

    private final int number;
    private final int bits;

    Coding(int number, int bits) {
        this.number = number;
        this.bits = bits;
    }

    int number() {
        return number;
    }

    int bits() {
        return bits;
    }

    /** The page of some elements, each the bits of its value. */
    byte[] page(long[] values, int count) {
        return switch (this) {
            case BIT -> bits(values, count);
            case BYTE, CHAR, INT8, UINT8 -> split(values, count, 1);
            case SPLIT_INT16, SPLIT_INT32, SPLIT_INT64 -> split(zigzag(values, count), count, bits / 8);
            case SPLIT_INDEX64 -> split(differences(values, count), count, 8);
            case SPLIT_UINT16, SPLIT_UINT32, SPLIT_UINT64, SPLIT_REAL32, SPLIT_REAL64 -> split(values, count, bits / 8);
        };
    }

    private static byte[] bits(long[] values, int count) {
        byte[] page = new byte[(count + 7) / 8];
        for (int i = 0; i < count; i++) {
            page[i >> 3] |= (byte) (values[i] << (i & 7));
        }
        return page;
    }

    private static long[] zigzag(long[] values, int count) {
        long[] out = new long[count];
        for (int i = 0; i < count; i++) {
            out[i] = (values[i] << 1) ^ (values[i] >> 63);
        }
        return out;
    }

    private static long[] differences(long[] values, int count) {
        long[] out = new long[count];
        for (int i = 0; i < count; i++) {
            out[i] = i == 0 ? values[0] : values[i] - values[i - 1];
        }
        return out;
    }

    /** All first bytes, then all second bytes, and so on. */
    private static byte[] split(long[] values, int count, int width) {
        byte[] page = new byte[count * width];
        for (int b = 0; b < width; b++) {
            int at = b * count;
            int shift = 8 * b;
            for (int i = 0; i < count; i++) {
                page[at + i] = (byte) (values[i] >>> shift);
            }
        }
        return page;
    }
}
