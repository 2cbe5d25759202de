package org.heralddata.formats.root.streamer;

import org.heralddata.formats.root.file.RootBuffer;
import org.heralddata.model.table.ColumnType;

/** Decodes numbers, one or many at a time. */
public final class Numbers {

    private Numbers() {}

    /** A {@link Long} or {@link Double}. */
    static Object one(RootBuffer in, Primitive primitive) {
        return switch (primitive) {
            case BOOL -> (Object) (in.u8() == 0 ? 0L : 1L);
            case INT8 -> (Object) (long) in.i8();
            case UINT8 -> (Object) (long) in.u8();
            case INT16 -> (Object) (long) in.i16();
            case UINT16 -> (Object) (long) in.u16();
            case INT32 -> (Object) (long) in.i32();
            case UINT32 -> (Object) in.u32();
            case UINT32_LITTLE -> (Object) (Integer.reverseBytes(in.i32()) & 0xffff_ffffL);
            case INT64, UINT64 -> (Object) in.i64();
            case FLOAT32 -> (Object) (double) in.f32();
            case FLOAT64 -> (Object) in.f64();
        };
    }

    static Double one(RootBuffer in, Packing packing) {
        in.need(packing.bytes());
        double[] value = new double[1];
        doubles(packing, in.array(), in.at(), 1, value, 0);
        in.skip(packing.bytes());
        return value[0];
    }

    /** A {@code long[]} or {@code double[]}. */
    static Object array(RootBuffer in, Primitive primitive, int count) {
        in.need((long) count * primitive.bytes());
        int from = in.at();
        in.skip(count * primitive.bytes());
        if (primitive.type().isFloating()) {
            double[] values = new double[count];
            doubles(primitive, in.array(), from, count, values, 0);
            return values;
        }
        long[] values = new long[count];
        longs(primitive, in.array(), from, count, values, 0);
        return values;
    }

    /** Integers and booleans; the caller has made sure that the bytes are there. */
    public static void longs(Primitive primitive, byte[] bytes, int from, int count, long[] into, int at) {
        switch (primitive) {
            case BOOL -> {
                for (int i = 0; i < count; i++) {
                    into[at + i] = bytes[from + i] == 0 ? 0 : 1;
                }
            }
            case INT8 -> {
                for (int i = 0; i < count; i++) {
                    into[at + i] = bytes[from + i];
                }
            }
            case UINT8 -> {
                for (int i = 0; i < count; i++) {
                    into[at + i] = bytes[from + i] & 0xff;
                }
            }
            case INT16 -> {
                for (int i = 0; i < count; i++) {
                    into[at + i] = BigEndian.i16(bytes, from + 2 * i);
                }
            }
            case UINT16 -> {
                for (int i = 0; i < count; i++) {
                    into[at + i] = BigEndian.i16(bytes, from + 2 * i) & 0xffff;
                }
            }
            case INT32 -> {
                for (int i = 0; i < count; i++) {
                    into[at + i] = BigEndian.i32(bytes, from + 4 * i);
                }
            }
            case UINT32 -> {
                for (int i = 0; i < count; i++) {
                    into[at + i] = BigEndian.i32(bytes, from + 4 * i) & 0xffff_ffffL;
                }
            }
            case UINT32_LITTLE -> {
                for (int i = 0; i < count; i++) {
                    into[at + i] = Integer.reverseBytes(BigEndian.i32(bytes, from + 4 * i)) & 0xffff_ffffL;
                }
            }
            case INT64, UINT64 -> {
                for (int i = 0; i < count; i++) {
                    into[at + i] = BigEndian.i64(bytes, from + 8 * i);
                }
            }
            case FLOAT32, FLOAT64 -> throw new IllegalArgumentException("no integer: " + primitive);
        }
    }

    /** Floating-point numbers; the caller has made sure that the bytes are there. */
    public static void doubles(Primitive primitive, byte[] bytes, int from, int count, double[] into, int at) {
        switch (primitive) {
            case FLOAT32 -> {
                for (int i = 0; i < count; i++) {
                    into[at + i] = Float.intBitsToFloat(BigEndian.i32(bytes, from + 4 * i));
                }
            }
            case FLOAT64 -> {
                for (int i = 0; i < count; i++) {
                    into[at + i] = Double.longBitsToDouble(BigEndian.i64(bytes, from + 8 * i));
                }
            }
            case BOOL, INT8, UINT8, INT16, UINT16, INT32, UINT32, UINT32_LITTLE, INT64, UINT64 ->
                throw new IllegalArgumentException("no floating-point number: " + primitive);
        }
    }

    /** Numbers in fewer bytes; the caller has made sure that the bytes are there. */
    public static void doubles(Packing packing, byte[] bytes, int from, int count, double[] into, int at) {
        boolean narrow = packing.type() == ColumnType.FLOAT32;
        int width = packing.bytes();
        for (int i = 0; i < count; i++) {
            int place = from + width * i;
            double value;
            if (packing.factor() != 0) {
                value = (BigEndian.i32(bytes, place) & 0xffff_ffffL) / packing.factor() + packing.min();
            } else if (packing.bits() != 0) {
                value = shortened(bytes[place] & 0xff, BigEndian.i16(bytes, place + 1) & 0xffff, packing.bits());
            } else {
                value = Float.intBitsToFloat(BigEndian.i32(bytes, place));
            }
            into[at + i] = narrow ? (float) value : value;
        }
    }

    /** An exponent, and a mantissa of so many bits with the sign above it ({@code TBufferFile::ReadWithNbits}). */
    private static float shortened(int exponent, int mantissa, int bits) {
        int sign = 1 << (bits + 1);
        int value = (exponent << 23) | ((mantissa & (sign - 1)) << (23 - bits));
        float number = Float.intBitsToFloat(value);
        return (mantissa & sign) != 0 ? -number : number;
    }
}
