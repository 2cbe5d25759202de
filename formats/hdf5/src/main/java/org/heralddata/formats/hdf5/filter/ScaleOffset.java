package org.heralddata.formats.hdf5.filter;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Filter 6 of the C library: the differences to the smallest value in as few bits as they need; floats as scaled integers. */
final class ScaleOffset {
    private static final int HEADER = 21;
    private static final int DECIMAL = 0;
    private static final int FLOATING = 1;

    private ScaleOffset() {}

    static byte[] decode(byte[] in, FilterSpec filter, int most) throws FilterException {
        int count = filter.value(2);
        int size = filter.value(4);
        boolean floating = filter.value(3) == FLOATING;
        boolean bigEndian = filter.value(6) == 1;
        if (in.length < HEADER
                || count < 0
                || (size != 1 && size != 2 && size != 4 && size != 8)
                || (long) count * size > most
                || (floating && (size < 4 || filter.value(0) != DECIMAL))) {
            throw new FilterException("the parameters of the filter scaleoffset are none that Herald knows");
        }
        ByteBuffer head = ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN);
        int bits = head.getInt(0);
        long least = head.getLong(5);
        if (bits < 0 || bits > 8 * size) {
            throw new FilterException("numbers of %d bits in %d bytes".formatted(bits, size));
        }
        byte[] out = new byte[count * size];
        var packed = new PackedBits(in, HEADER);
        boolean filled = filter.value(7) == 1;
        long ones = bits == 64 ? -1 : (1L << bits) - 1;
        for (int i = 0; i < count; i++) {
            long value = bits == 0 ? 0 : packed.next(bits);
            if (bits == 8 * size) {
                // written in full, in the order of the machine
                value = size == 8 ? Long.reverseBytes(value) : Long.reverseBytes(value) >>> (64 - 8 * size);
            } else if (filled && bits > 0 && value == ones) {
                value = filling(filter, size);
            } else {
                value = floating ? scaled(value, least, size, filter.value(1)) : value + least;
            }
            PackedBits.put(out, i * size, size, bigEndian, value);
        }
        return out;
    }

    /** The fill value stands in the parameters from the ninth on, least word first. */
    private static long filling(FilterSpec filter, int size) throws FilterException {
        long low = filter.value(8) & 0xffffffffL;
        return size == 8 ? (long) filter.value(9) << 32 | low : low;
    }

    private static long scaled(long value, long least, int size, int decimals) {
        double factor = Math.pow(10, decimals);
        return size == 8
                ? Double.doubleToRawLongBits(value / factor + Double.longBitsToDouble(least))
                : Float.floatToRawIntBits(value / (float) factor + Float.intBitsToFloat((int) least));
    }
}
