package org.heralddata.formats.hdf5.write;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Texts, as wide as the widest of them takes in UTF-8, padded by zero bytes; and shapes of them. */
final class TextMember extends Member {
    private final int perCell;
    private byte[][] texts = {};
    private int widest = 1;

    TextMember(int place, Column column) {
        super(place, column);
        perCell = column.shape().fixedElements();
    }

    @Override
    ElementType type() {
        return ElementType.text(widest).array(column().shape().sizes());
    }

    @Override
    int widest() {
        return widest;
    }

    @Override
    void values(Vector vector, int from, int count, DataOutput out) throws IOException {
        for (int i = 0; i < count; i++) {
            for (int e = 0; e < perCell; e++) {
                byte[] text = text(vector, from + i, e);
                widest = Math.max(widest, text.length);
                out.writeInt(text.length);
                out.write(text);
            }
        }
    }

    private static byte[] text(Vector vector, int row, int element) {
        String text = switch (vector) {
            case Vector.Strings strings -> strings.values()[row];
            case Vector.Lists(var offsets, Vector.Strings elements, var size, var nulls) ->
                offsets[row] + element < offsets[row + 1] ? elements.values()[offsets[row] + element] : null;
            default -> throw new IllegalArgumentException("no texts");
        };
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    void values(DataInput in, int count) throws IOException {
        texts = new byte[count * perCell][];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = new byte[in.readInt()];
            in.readFully(texts[i]);
        }
    }

    @Override
    void place(byte[] rows, int at, int stride, int count) {
        for (int i = 0; i < count; i++) {
            for (int e = 0; e < perCell; e++) {
                byte[] text = texts[i * perCell + e];
                System.arraycopy(text, 0, rows, at + i * stride + e * widest, text.length);
            }
        }
    }

    @Override
    Vector vector(int count) {
        var nulls = new BitSet();
        for (int i = 0; i < count; i++) {
            nulls.set(i, gone(i));
        }
        @Nullable String[] strings = new @Nullable String[texts.length];
        for (int i = 0; i < texts.length; i++) {
            strings[i] = gone(i / perCell) ? null : new String(texts[i], StandardCharsets.UTF_8);
        }
        if (column().shape().isScalar()) {
            return new Vector.Strings(strings, count, nulls);
        }
        int[] offsets = new int[count + 1];
        for (int i = 1; i <= count; i++) {
            offsets[i] = i * perCell;
        }
        return new Vector.Lists(offsets, new Vector.Strings(strings, strings.length, null), count, nulls);
    }
}
