package org.heralddata.formats.hdf5.write;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;

/** Puts elements of one type into bytes, those of variable length into the heap. Nulls become NaN, 0 or nothing. */
final class ElementEncoder {
    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);

    private final ColumnType type;
    private final int size;
    private final HeapWriter heap;
    private byte[] scratch = {};

    ElementEncoder(ColumnType type, ElementType element, HeapWriter heap) {
        this.type = type;
        size = element.size();
        this.heap = heap;
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    void encode(Vector vector, int from, int count, byte[] to, int at) throws IOException {
        switch (vector) {
            case Vector.Longs longs -> longs(longs, from, count, to, at);
            case Vector.Doubles doubles -> doubles(doubles, from, count, to, at);
            case Vector.Strings(var values, var n, var nulls) -> {
                for (int i = 0; i < count; i++) {
                    String text = values[from + i];
                    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
                    pointer(bytes, bytes.length, bytes.length, to, at + i * size);
                }
            }
            case Vector.Blobs blobs -> {
                for (int i = 0; i < count; i++) {
                    byte[] bytes = blobs.isNull(from + i) ? new byte[0] : blobs.values()[from + i];
                    pointer(bytes, bytes.length, bytes.length, to, at + i * size);
                }
            }
            case Vector.Lists lists -> throw new IllegalArgumentException("lists within lists");
        }
    }

    /** One list: its elements to the heap, a pointer to {@code to}. */
    void list(Vector elements, int from, int count, byte[] to, int at) throws IOException {
        int bytes = Math.multiplyExact(count, size);
        if (scratch.length < bytes) {
            scratch = new byte[Math.max(bytes, 2 * scratch.length)];
        }
        byte[] encoded = scratch;
        encode(elements, from, count, encoded, 0);
        pointer(encoded, bytes, count, to, at);
    }

    /** A cell without a value. */
    void absent(int count, byte[] to, int at) {
        Arrays.fill(to, at, at + count * size, (byte) 0);
        for (int i = 0; type.isFloating() && i < count; i++) {
            floating(Double.NaN, to, at + i * size);
        }
    }

    private void pointer(byte[] bytes, int length, int entries, byte[] to, int at) throws IOException {
        long address = 0;
        int index = 0;
        if (length > 0) {
            heap.put(bytes, length);
            address = heap.address();
            index = heap.index();
        }
        INT.set(to, at, entries);
        LONG.set(to, at + 4, address);
        INT.set(to, at + 12, index);
    }

    private void longs(Vector.Longs vector, int from, int count, byte[] to, int at) {
        long[] values = vector.values();
        if (vector.nulls() != null && !vector.nulls().isEmpty()) {
            values = Arrays.copyOfRange(values, from, from + count);
            for (int i = 0; i < count; i++) {
                values[i] = vector.isNull(from + i) ? 0 : values[i];
            }
            from = 0;
        }
        switch (size) {
            case 1 -> {
                for (int i = 0; i < count; i++) {
                    to[at + i] = (byte) values[from + i];
                }
            }
            case 2 -> {
                for (int i = 0; i < count; i++) {
                    SHORT.set(to, at + 2 * i, (short) values[from + i]);
                }
            }
            case 4 -> {
                for (int i = 0; i < count; i++) {
                    INT.set(to, at + 4 * i, (int) values[from + i]);
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    LONG.set(to, at + 8 * i, values[from + i]);
                }
            }
        }
    }

    private void doubles(Vector.Doubles vector, int from, int count, byte[] to, int at) {
        double[] values = vector.values();
        boolean nulls = vector.nulls() != null && !vector.nulls().isEmpty();
        for (int i = 0; i < count; i++) {
            floating(nulls && vector.isNull(from + i) ? Double.NaN : values[from + i], to, at + i * size);
        }
    }

    private void floating(double value, byte[] to, int at) {
        if (type == ColumnType.FLOAT32) {
            INT.set(to, at, Float.floatToRawIntBits((float) value));
        } else {
            LONG.set(to, at, Double.doubleToRawLongBits(value));
        }
    }
}
