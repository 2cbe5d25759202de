package org.heralddata.formats.hdf5.cells;

import java.util.Arrays;
import org.heralddata.formats.hdf5.file.Datatype;
import org.heralddata.model.table.Vector;

/** Integers of 1 to 8 bytes. */
final class LongCells implements Cells {
    private final Datatype.Int type;
    private final boolean whole;
    private long[] values = new long[0];
    private int size;

    LongCells(Datatype.Int type) {
        this.type = type;
        whole = type.bitOffset() == 0 && type.bits() == 8 * type.size();
    }

    @Override
    public void add(byte[] raw, int at, int stride, int count) {
        if (values.length - size < count) {
            values = Arrays.copyOf(values, Math.max(size + count, 2 * size));
        }
        long[] to = values;
        int start = size;
        size += count;
        int bytes = whole ? type.size() : -1;
        boolean signed = type.signed();
        switch (bytes) {
            case 1 -> {
                for (int i = 0, p = at; i < count; i++, p += stride) {
                    to[start + i] = signed ? raw[p] : raw[p] & 0xff;
                }
            }
            case 2 -> {
                var view = type.bigEndian() ? ByteViews.SHORT_BE : ByteViews.SHORT_LE;
                for (int i = 0, p = at; i < count; i++, p += stride) {
                    short value = (short) view.get(raw, p);
                    to[start + i] = signed ? value : value & 0xffff;
                }
            }
            case 4 -> fours(raw, at, stride, count, start);
            case 8 -> eights(raw, at, stride, count, start);
            default -> {
                for (int i = 0, p = at; i < count; i++, p += stride) {
                    to[start + i] = odd(ByteViews.unsigned(raw, p, type.size(), type.bigEndian()));
                }
            }
        }
    }

    private void fours(byte[] raw, int at, int stride, int count, int start) {
        long[] to = values;
        long mask = type.signed() ? -1L : 0xffffffffL;
        if (type.bigEndian()) {
            for (int i = 0, p = at; i < count; i++, p += stride) {
                to[start + i] = (int) ByteViews.INT_BE.get(raw, p) & mask;
            }
        } else {
            for (int i = 0, p = at; i < count; i++, p += stride) {
                to[start + i] = (int) ByteViews.INT_LE.get(raw, p) & mask;
            }
        }
    }

    private void eights(byte[] raw, int at, int stride, int count, int start) {
        long[] to = values;
        if (type.bigEndian()) {
            for (int i = 0, p = at; i < count; i++, p += stride) {
                to[start + i] = (long) ByteViews.LONG_BE.get(raw, p);
            }
        } else {
            for (int i = 0, p = at; i < count; i++, p += stride) {
                to[start + i] = (long) ByteViews.LONG_LE.get(raw, p);
            }
        }
    }

    /** Widths of 3, 5, 6, 7 bytes, and numbers that fill only some bits of theirs. */
    private long odd(long bits) {
        int unused = Math.clamp(64 - type.bits(), 0, 63);
        long value = bits >>> Math.clamp(type.bitOffset(), 0, 63) << unused;
        return type.signed() ? value >> unused : value >>> unused;
    }

    @Override
    public Vector take() {
        var vector = new Vector.Longs(values, size, null);
        values = new long[size];
        size = 0;
        return vector;
    }
}
