package org.heralddata.formats.text;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** A column of bytes, written as hexadecimal digits; the empty sequence is an empty quoted field. */
final class BlobCells extends Cells {
    private byte[][] values;
    private long weight;

    BlobCells(String name, MissingWords missing, int capacity) {
        super(name, missing, capacity);
        this.values = new byte[capacity][];
    }

    @Override
    boolean isNull(RecordScanner row, int field, MissingWords words) {
        return (row.flags[field] & RecordScanner.QUOTED) == 0 && super.isNull(row, field, words);
    }

    @Override
    String kind() {
        return "bytes as hexadecimal digits";
    }

    @Override
    void addNull() {}

    @Override
    boolean add(byte[] text, int start, int end, RecordScanner row, int field) {
        try {
            values[size] = HexFormat.of().parseHex(new String(text, start, end - start, StandardCharsets.ISO_8859_1));
            weight += end - start;
            return true;
        } catch (IllegalArgumentException no) {
            return false;
        }
    }

    @Override
    long weight() {
        return weight;
    }

    @Override
    Vector take(@Nullable BitSet missingRows) {
        var vector = new Vector.Blobs(values, size, missingRows);
        values = new byte[capacity][];
        weight = 0;
        return vector;
    }
}
