package org.heralddata.formats.hdf5.filter;

/** Filter 5 of the C library, for plain numbers: only the bits that count are kept. */
final class NBit {
    private static final int ATOMIC = 1;

    private NBit() {}

    /** Arrays and compounds, which the filter can pack too, are met nowhere. */
    static boolean readable(FilterSpec filter) {
        return filter.values().size() >= 3
                && (filter.values().get(1) != 0
                        || (filter.values().size() >= 8 && filter.values().get(3) == ATOMIC));
    }

    static byte[] decode(byte[] in, FilterSpec filter, int most) throws FilterException {
        if (filter.value(1) != 0) {
            return in;
        }
        int count = filter.value(2);
        int size = filter.value(4);
        boolean bigEndian = filter.value(5) == 1;
        int bits = filter.value(6);
        int offset = filter.value(7);
        if (count < 0
                || size < 1
                || size > 8
                || (long) count * size > most
                || bits < 1
                || offset < 0
                || bits + (long) offset > 8L * size) {
            throw new FilterException("the parameters of the filter nbit contradict each other");
        }
        byte[] out = new byte[count * size];
        var packed = new PackedBits(in, 0);
        for (int i = 0; i < count; i++) {
            PackedBits.put(out, i * size, size, bigEndian, packed.next(bits) << offset);
        }
        return out;
    }
}
