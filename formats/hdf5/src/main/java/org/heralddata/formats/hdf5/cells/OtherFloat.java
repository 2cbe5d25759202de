package org.heralddata.formats.hdf5.cells;

import org.heralddata.formats.hdf5.file.Datatype;

/** Floating-point numbers of unusual form, such as x87's 80 bits, quadruple precision or bfloat16. */
final class OtherFloat {

    private OtherFloat() {}

    /** The nearest double, or within one unit in the last place of it; beyond its range infinite or 0. */
    static double value(byte[] raw, int at, Datatype.Floating type) {
        long exponentBits = bits(raw, at, type, type.exponentAt(), type.exponentBits());
        int taken = Math.min(62, type.mantissaBits());
        long mantissa = bits(raw, at, type, type.mantissaAt() + type.mantissaBits() - taken, taken);
        double sign = bits(raw, at, type, type.signAt(), 1) == 0 ? 1 : -1;
        boolean whole = !type.hiddenBit();
        if (exponentBits == (1L << type.exponentBits()) - 1) {
            long fraction = whole ? mantissa & ~(1L << (taken - 1)) : mantissa;
            return fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
        }
        double fraction = mantissa / Math.pow(2, whole ? taken - 1 : taken);
        long exponent = exponentBits - type.bias();
        if (exponentBits == 0) {
            exponent++;
        } else if (!whole) {
            fraction += 1;
        }
        return sign * Math.scalb(fraction, Math.clamp(exponent, -5000, 5000));
    }

    private static long bits(byte[] raw, int at, Datatype.Floating type, int from, int count) {
        long value = 0;
        for (int i = from + count - 1; i >= from; i--) {
            int place = i / 8;
            int b = type.bigEndian() ? raw[at + type.size() - 1 - place] : raw[at + place];
            value = value << 1 | ((b >> (i % 8)) & 1);
        }
        return value;
    }
}
