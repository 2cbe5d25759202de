package org.heralddata.formats.text;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.BitSet;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** A column of words. A quoted field is always a word, even an empty one. */
final class StringCells extends Cells {
    private static final int CACHED = 256;
    private static final int LONGEST_CACHED = 24;

    private final Charset charset;
    private final byte[][] cachedBytes = new byte[CACHED][];
    private final String[] cached = new String[CACHED];
    private @Nullable String[] values;
    private long weight;

    StringCells(String name, MissingWords missing, Charset charset, int capacity) {
        super(name, missing, capacity);
        this.charset = charset;
        this.values = new @Nullable String[capacity];
    }

    @Override
    boolean isNull(RecordScanner row, int field, MissingWords words) {
        return (row.flags[field] & RecordScanner.QUOTED) == 0 && super.isNull(row, field, words);
    }

    @Override
    String kind() {
        return "words";
    }

    @Override
    void addNull() {
        values[size] = null;
    }

    @Override
    boolean add(byte[] text, int start, int end, RecordScanner row, int field) {
        int length = end - start;
        weight += length;
        if (length > LONGEST_CACHED || (row.flags[field] & RecordScanner.ESCAPED) != 0) {
            values[size] = row.text(field, charset);
            return true;
        }
        int hash = length;
        for (int p = start; p < end; p++) {
            hash = hash * 31 + text[p];
        }
        int slot = (hash ^ (hash >>> 15)) & (CACHED - 1);
        byte[] known = cachedBytes[slot];
        if (known == null || !Arrays.equals(known, 0, known.length, text, start, end)) {
            cachedBytes[slot] = Arrays.copyOfRange(text, start, end);
            cached[slot] = new String(text, start, length, charset);
        }
        values[size] = cached[slot];
        return true;
    }

    @Override
    long weight() {
        return weight;
    }

    @Override
    Vector take(@Nullable BitSet missingRows) {
        var vector = new Vector.Strings(values, size, missingRows);
        values = new @Nullable String[capacity];
        weight = 0;
        return vector;
    }
}
