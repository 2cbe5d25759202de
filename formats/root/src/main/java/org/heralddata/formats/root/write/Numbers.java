package org.heralddata.formats.root.write;

import java.util.BitSet;
import org.heralddata.model.table.Vector;

/** Puts numbers of a vector into bytes; where there is none, NaN or 0. */
final class Numbers {
    private final LeafType type;

    Numbers(LeafType type) {
        this.type = type;
    }

    LeafType type() {
        return type;
    }

    void put(Vector vector, int from, int count, RootBytes out) {
        int at = out.claim(Math.multiplyExact(count, type.width()));
        switch (vector) {
            case Vector.Longs(long[] values, int size, BitSet nulls) -> longs(values, from, count, out, at);
            case Vector.Doubles(double[] values, int size, BitSet nulls) -> doubles(values, from, count, out, at);
            case Vector.Strings _, Vector.Blobs _, Vector.Lists _ ->
                throw new IllegalArgumentException(
                        "no numbers in " + vector.getClass().getSimpleName());
        }
        BitSet nulls = vector.nulls();
        if (nulls != null) {
            for (int i = nulls.nextSetBit(from); i >= 0 && i < from + count; i = nulls.nextSetBit(i + 1)) {
                absent(1, out, at + (i - from) * type.width());
            }
        }
    }

    /** As many numbers that are not there. */
    void absent(int count, RootBytes out) {
        absent(count, out, out.claim(Math.multiplyExact(count, type.width())));
    }

    private void absent(int count, RootBytes out, int at) {
        for (int i = 0; i < count; i++) {
            switch (type) {
                case FLOAT32 -> out.put32(at + 4 * i, Float.floatToIntBits(Float.NaN));
                case FLOAT64 -> out.put64(at + 8 * i, Double.doubleToLongBits(Double.NaN));
                case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 ->
                    whole(0, out, at + i * type.width());
            }
        }
    }

    private void whole(long value, RootBytes out, int at) {
        switch (type.width()) {
            case 1 -> out.array()[at] = (byte) value;
            case 2 -> out.put16(at, (int) value);
            case 4 -> out.put32(at, (int) value);
            default -> out.put64(at, value);
        }
    }

    private void longs(long[] values, int from, int count, RootBytes out, int at) {
        if (type.width() == 8) {
            for (int i = 0; i < count; i++) {
                out.put64(at + 8 * i, values[from + i]);
            }
        } else if (type.width() == 4) {
            for (int i = 0; i < count; i++) {
                out.put32(at + 4 * i, (int) values[from + i]);
            }
        } else {
            for (int i = 0; i < count; i++) {
                whole(values[from + i], out, at + i * type.width());
            }
        }
    }

    private void doubles(double[] values, int from, int count, RootBytes out, int at) {
        if (type == LeafType.FLOAT64) {
            for (int i = 0; i < count; i++) {
                out.put64(at + 8 * i, Double.doubleToRawLongBits(values[from + i]));
            }
        } else {
            for (int i = 0; i < count; i++) {
                out.put32(at + 4 * i, Float.floatToRawIntBits((float) values[from + i]));
            }
        }
    }
}
