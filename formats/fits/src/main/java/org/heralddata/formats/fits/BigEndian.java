package org.heralddata.formats.fits;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in byte arrays, most significant byte first. */
public final class BigEndian {
    private static final VarHandle INT16 = view(short[].class);
    private static final VarHandle INT32 = view(int[].class);
    private static final VarHandle INT64 = view(long[].class);
    private static final VarHandle FLOAT32 = view(float[].class);
    private static final VarHandle FLOAT64 = view(double[].class);

    private BigEndian() {}

    public static short int16(byte[] bytes, int at) {
        return (short) INT16.get(bytes, at);
    }

    public static int int32(byte[] bytes, int at) {
        return (int) INT32.get(bytes, at);
    }

    public static long int64(byte[] bytes, int at) {
        return (long) INT64.get(bytes, at);
    }

    public static float float32(byte[] bytes, int at) {
        return (float) FLOAT32.get(bytes, at);
    }

    public static double float64(byte[] bytes, int at) {
        return (double) FLOAT64.get(bytes, at);
    }

    public static void int16(byte[] bytes, int at, short value) {
        INT16.set(bytes, at, value);
    }

    public static void int32(byte[] bytes, int at, int value) {
        INT32.set(bytes, at, value);
    }

    public static void int64(byte[] bytes, int at, long value) {
        INT64.set(bytes, at, value);
    }

    public static void float32(byte[] bytes, int at, float value) {
        FLOAT32.set(bytes, at, value);
    }

    public static void float64(byte[] bytes, int at, double value) {
        FLOAT64.set(bytes, at, value);
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
    }
}
