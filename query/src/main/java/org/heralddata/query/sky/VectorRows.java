package org.heralddata.query.sky;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Takes rows out of vectors, in any order. */
final class VectorRows {

    private VectorRows() {}

    /** The rows {@code rows[from]} to {@code rows[to]}, end excluded. */
    static Vector take(Vector vector, int[] rows, int from, int to) {
        int size = to - from;
        BitSet nulls = nulls(vector.nulls(), rows, from, to);
        return switch (vector) {
            case Vector.Longs longs -> {
                var taken = new long[size];
                for (int i = 0; i < size; i++) {
                    taken[i] = longs.values()[rows[from + i]];
                }
                yield new Vector.Longs(taken, size, nulls);
            }
            case Vector.Doubles doubles -> {
                var taken = new double[size];
                for (int i = 0; i < size; i++) {
                    taken[i] = doubles.values()[rows[from + i]];
                }
                yield new Vector.Doubles(taken, size, nulls);
            }
            case Vector.Strings strings -> {
                @Nullable String[] taken = new @Nullable String[size];
                for (int i = 0; i < size; i++) {
                    taken[i] = strings.values()[rows[from + i]];
                }
                yield new Vector.Strings(taken, size, nulls);
            }
            case Vector.Blobs blobs -> {
                var taken = new byte[size][];
                for (int i = 0; i < size; i++) {
                    taken[i] = blobs.values()[rows[from + i]];
                }
                yield new Vector.Blobs(taken, size, nulls);
            }
            case Vector.Lists lists ->
                lists(lists.offsets(), lists.elements(), Arrays.copyOfRange(rows, from, to), nulls);
        };
    }

    private static Vector lists(int[] offsets, Vector elements, int[] rows, @Nullable BitSet nulls) {
        var ends = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            ends[i + 1] = Math.addExact(ends[i], offsets[rows[i] + 1] - offsets[rows[i]]);
        }
        var taken = new int[ends[rows.length]];
        for (int i = 0; i < rows.length; i++) {
            for (int k = ends[i]; k < ends[i + 1]; k++) {
                taken[k] = offsets[rows[i]] + k - ends[i];
            }
        }
        return new Vector.Lists(ends, take(elements, taken, 0, taken.length), rows.length, nulls);
    }

    private static @Nullable BitSet nulls(@Nullable BitSet all, int[] rows, int from, int to) {
        if (all == null) {
            return null;
        }
        BitSet taken = null;
        for (int i = from; i < to; i++) {
            if (all.get(rows[i])) {
                taken = taken == null ? new BitSet() : taken;
                taken.set(i - from);
            }
        }
        return taken;
    }

    /** All rows of several vectors of one kind, one after the other; at least one vector. */
    static Vector join(List<Vector> parts) {
        int size = parts.stream().mapToInt(Vector::size).reduce(0, Math::addExact);
        BitSet nulls = joinedNulls(parts);
        return switch (parts.getFirst()) {
            case Vector.Longs _ -> {
                var all = new long[size];
                int at = 0;
                for (Vector part : parts) {
                    System.arraycopy(((Vector.Longs) part).values(), 0, all, at, part.size());
                    at += part.size();
                }
                yield new Vector.Longs(all, size, nulls);
            }
            case Vector.Doubles _ -> {
                var all = new double[size];
                int at = 0;
                for (Vector part : parts) {
                    System.arraycopy(((Vector.Doubles) part).values(), 0, all, at, part.size());
                    at += part.size();
                }
                yield new Vector.Doubles(all, size, nulls);
            }
            case Vector.Strings _ -> {
                @Nullable String[] all = new @Nullable String[size];
                int at = 0;
                for (Vector part : parts) {
                    System.arraycopy(((Vector.Strings) part).values(), 0, all, at, part.size());
                    at += part.size();
                }
                yield new Vector.Strings(all, size, nulls);
            }
            case Vector.Blobs _ -> {
                var all = new byte[size][];
                int at = 0;
                for (Vector part : parts) {
                    System.arraycopy(((Vector.Blobs) part).values(), 0, all, at, part.size());
                    at += part.size();
                }
                yield new Vector.Blobs(all, size, nulls);
            }
            case Vector.Lists _ -> joinedLists(parts, size, nulls);
        };
    }

    private static Vector joinedLists(List<Vector> parts, int size, @Nullable BitSet nulls) {
        var ends = new int[size + 1];
        int row = 0;
        int before = 0;
        for (Vector part : parts) {
            var lists = (Vector.Lists) part;
            for (int i = 1; i <= lists.size(); i++) {
                ends[++row] = Math.addExact(before, lists.offsets()[i]);
            }
            before = Math.addExact(before, lists.elements().size());
        }
        Vector elements =
                join(parts.stream().map(p -> ((Vector.Lists) p).elements()).toList());
        return new Vector.Lists(ends, elements, size, nulls);
    }

    private static @Nullable BitSet joinedNulls(List<Vector> parts) {
        BitSet all = null;
        int before = 0;
        for (Vector part : parts) {
            BitSet nulls = part.nulls();
            if (nulls != null) {
                all = all == null ? new BitSet() : all;
                for (int i = nulls.nextSetBit(0); i >= 0 && i < part.size(); i = nulls.nextSetBit(i + 1)) {
                    all.set(before + i);
                }
            }
            before += part.size();
        }
        return all;
    }

    /** About how much memory the vector takes. */
    static long bytes(Vector vector) {
        return switch (vector) {
            case Vector.Longs longs -> 8L * longs.size();
            case Vector.Doubles doubles -> 8L * doubles.size();
            case Vector.Strings strings ->
                Arrays.stream(strings.values())
                        .mapToLong(v -> v == null ? 4 : 52L + v.length())
                        .sum();
            case Vector.Blobs blobs ->
                Arrays.stream(blobs.values())
                        .mapToLong(v -> v == null ? 4 : 20L + v.length)
                        .sum();
            case Vector.Lists lists -> 4L * lists.offsets().length + bytes(lists.elements());
        };
    }
}
