package org.heralddata.formats.hdf5.cells;

import java.util.Arrays;
import org.heralddata.formats.hdf5.file.Datatype;
import org.heralddata.model.table.Vector;

/** Floating-point numbers: IEEE 754 of 2, 4 and 8 bytes at once, any other by its fields. */
final class DoubleCells implements Cells {

    private enum Form {
        HALF,
        SINGLE,
        DOUBLE,
        OTHER
    }

    private final Datatype.Floating type;
    private final Form form;
    private double[] values = new double[0];
    private int size;

    DoubleCells(Datatype.Floating type) {
        this.type = type;
        form = form(type);
    }

    private static Form form(Datatype.Floating t) {
        if (is(t, 2, 5, 10, 15)) {
            return Form.HALF;
        }
        if (is(t, 4, 8, 23, 127)) {
            return Form.SINGLE;
        }
        return is(t, 8, 11, 52, 1023) ? Form.DOUBLE : Form.OTHER;
    }

    private static boolean is(Datatype.Floating t, int size, int exponentBits, int mantissaBits, int bias) {
        return t.size() == size
                && t.exponentBits() == exponentBits
                && t.mantissaBits() == mantissaBits
                && t.bias() == bias
                && t.mantissaAt() == 0
                && t.exponentAt() == mantissaBits
                && t.signAt() == 8 * size - 1
                && t.hiddenBit();
    }

    @Override
    public void add(byte[] raw, int at, int stride, int count) {
        if (values.length - size < count) {
            values = Arrays.copyOf(values, Math.max(size + count, 2 * size));
        }
        double[] to = values;
        int start = size;
        size += count;
        boolean big = type.bigEndian();
        switch (form) {
            case HALF -> {
                var view = big ? ByteViews.SHORT_BE : ByteViews.SHORT_LE;
                for (int i = 0, p = at; i < count; i++, p += stride) {
                    to[start + i] = Float.float16ToFloat((short) view.get(raw, p));
                }
            }
            case SINGLE -> singles(raw, at, stride, count, start);
            case DOUBLE -> doubles(raw, at, stride, count, start);
            case OTHER -> {
                for (int i = 0, p = at; i < count; i++, p += stride) {
                    to[start + i] = OtherFloat.value(raw, p, type);
                }
            }
        }
    }

    private void singles(byte[] raw, int at, int stride, int count, int start) {
        double[] to = values;
        if (type.bigEndian()) {
            for (int i = 0, p = at; i < count; i++, p += stride) {
                to[start + i] = Float.intBitsToFloat((int) ByteViews.INT_BE.get(raw, p));
            }
        } else {
            for (int i = 0, p = at; i < count; i++, p += stride) {
                to[start + i] = Float.intBitsToFloat((int) ByteViews.INT_LE.get(raw, p));
            }
        }
    }

    private void doubles(byte[] raw, int at, int stride, int count, int start) {
        double[] to = values;
        if (type.bigEndian()) {
            for (int i = 0, p = at; i < count; i++, p += stride) {
                to[start + i] = Double.longBitsToDouble((long) ByteViews.LONG_BE.get(raw, p));
            }
        } else {
            for (int i = 0, p = at; i < count; i++, p += stride) {
                to[start + i] = Double.longBitsToDouble((long) ByteViews.LONG_LE.get(raw, p));
            }
        }
    }

    @Override
    public Vector take() {
        var vector = new Vector.Doubles(values, size, null);
        values = new double[size];
        size = 0;
        return vector;
    }
}
