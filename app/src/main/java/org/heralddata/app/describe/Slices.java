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
            case Vector.Longs(var values, _, _) -> new Vector.Longs(Arrays.copyOfRange(values, from, to), size, nulls);
            case Vector.Doubles(var values, _, _) ->
                new Vector.Doubles(Arrays.copyOfRange(values, from, to), size, nulls);
            case Vector.Strings(var values, _, _) ->
                new Vector.Strings(Arrays.copyOfRange(values, from, to), size, nulls);
            case Vector.Blobs(var values, _, _) -> new Vector.Blobs(Arrays.copyOfRange(values, from, to), size, nulls);
            case Vector.Lists(var offsets, var elements, _, _) ->
                new Vector.Lists(Arrays.copyOfRange(offsets, from, to + 1), elements, size, nulls);
        };
    }
}
