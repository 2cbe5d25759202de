package org.heralddata.app.describe;

import java.util.Arrays;
import java.util.BitSet;
import org.heralddata.model.table.Vector;

/** A run of rows of a vector as a vector of its own. */
final class Slices {

    private Slices() {}

    static Vector of(Vector vector, int from, int to) {
        int size = to - from;
        BitSet all = vector.nulls();
        BitSet nulls = all == null ? null : all.get(from, to);
        return switch (vector) {
            case Vector.Longs longs -> new Vector.Longs(Arrays.copyOfRange(longs.values(), from, to), size, nulls);
            case Vector.Doubles doubles ->
                new Vector.Doubles(Arrays.copyOfRange(doubles.values(), from, to), size, nulls);
            case Vector.Strings strings ->
                new Vector.Strings(Arrays.copyOfRange(strings.values(), from, to), size, nulls);
            case Vector.Blobs blobs -> new Vector.Blobs(Arrays.copyOfRange(blobs.values(), from, to), size, nulls);
            case Vector.Lists lists ->
                new Vector.Lists(Arrays.copyOfRange(lists.offsets(), from, to + 1), lists.elements(), size, nulls);
        };
    }
}
