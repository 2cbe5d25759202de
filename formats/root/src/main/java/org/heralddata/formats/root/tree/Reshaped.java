package org.heralddata.formats.root.tree;

import java.util.BitSet;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Vectors of branches as the columns that they stand for. */
final class Reshaped {

    private Reshaped() {}

    /** Innermost lists of numbers as bytes. */
    static Vector blobs(Vector vector) {
        if (!(vector instanceof Vector.Lists(var offsets, var elements, var size, var nulls))) {
            throw new IllegalArgumentException("no lists of bytes");
        }
        if (!(elements instanceof Vector.Longs numbers)) {
            return new Vector.Lists(offsets, blobs(elements), size, nulls);
        }
        byte[][] blobs = new byte[size][];
        for (int row = 0; row < size; row++) {
            byte[] blob = new byte[offsets[row + 1] - offsets[row]];
            for (int i = 0; i < blob.length; i++) {
                blob[i] = (byte) numbers.values()[offsets[row] + i];
            }
            blobs[row] = blob;
        }
        return new Vector.Blobs(blobs, size, nulls);
    }

    /** The same without a value where a branch of booleans says so. */
    static Vector withNulls(Vector vector, Vector valid) {
        BitSet nulls = new BitSet();
        if (valid instanceof Vector.Longs flags) {
            for (int row = 0; row < flags.size(); row++) {
                nulls.set(row, flags.values()[row] == 0);
            }
        }
        return nulls.isEmpty() ? vector : withNulls(vector, nulls);
    }

    private static Vector withNulls(Vector vector, BitSet nulls) {
        return switch (vector) {
            case Vector.Longs(var values, var size, var none) -> new Vector.Longs(values, size, nulls);
            case Vector.Doubles(var values, var size, var none) -> new Vector.Doubles(values, size, nulls);
            case Vector.Lists(var offsets, var elements, var size, var none) ->
                new Vector.Lists(offsets, elements, size, nulls);
            case Vector.Strings(var values, var size, var none) -> {
                @Nullable String[] kept = values.clone();
                nulls.stream().forEach(row -> kept[row] = null);
                yield new Vector.Strings(kept, size, nulls);
            }
            case Vector.Blobs(var values, var size, var none) -> {
                byte[][] kept = new byte[size][];
                for (int row = nulls.nextClearBit(0); row < size; row = nulls.nextClearBit(row + 1)) {
                    kept[row] = values[row];
                }
                yield new Vector.Blobs(kept, size, nulls);
            }
        };
    }
}
