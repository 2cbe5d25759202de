package org.heralddata.formats.root.ntuple;

import org.heralddata.formats.root.file.RootFormatException;

/** Where the elements of some consecutive collections begin. */
final class Offsets {
    private final long start;
    private final int[] relative;

    private Offsets(long start, int[] relative) {
        this.start = start;
        this.relative = relative;
    }

    /** Of collections from {@code from} on. An index column holds where each ends, counted from the cluster's start. */
    static Offsets read(Elements index, long from, int count) {
        index.check(from, count);
        long[] ends = new long[count];
        index.longs(from, count, ends);
        long start = from == 0 || count == 0 ? 0 : index.longAt(from - 1);
        int[] relative = new int[count + 1];
        long last = start;
        for (int i = 0; i < count; i++) {
            if (ends[i] < last || ends[i] - start > Integer.MAX_VALUE) {
                throw RootFormatException.broken(
                        -1, "a collection begins at element %d and ends at %d".formatted(last, ends[i]));
            }
            last = ends[i];
            relative[i + 1] = (int) (last - start);
        }
        return new Offsets(start, relative);
    }

    /** Elements of all collections together; negative never. */
    static long span(Elements index, long from, long count) {
        if (count == 0) {
            return 0;
        }
        index.check(from, count);
        long start = start(index, from);
        long end = index.longAt(from + count - 1);
        if (start < 0 || end < start) {
            throw RootFormatException.broken(-1, "collections begin at element %d and end at %d".formatted(start, end));
        }
        return end - start;
    }

    static long start(Elements index, long from) {
        return from == 0 ? 0 : index.longAt(from - 1);
    }

    /** The first element, counted from the cluster's start. */
    long start() {
        return start;
    }

    int total() {
        return relative[relative.length - 1];
    }

    /** Where collection {@code i} begins, counted from {@link #start()}. */
    int at(int i) {
        return relative[i];
    }

    /** All that {@link #at} gives, the end included; times {@code factor}. */
    int[] times(int factor) {
        int[] out = new int[relative.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.multiplyExact(relative[i], factor);
        }
        return out;
    }
}
