package org.heralddata.model.coverage;

import java.util.Arrays;

/** A set of whole numbers from 0, as ascending ranges that neither overlap nor touch. Immutable. */
public final class Ranges {

    /** No number. */
    public static final Ranges EMPTY = new Ranges(new long[0]);

    /** First of each range and, after it, the first number behind it. */
    private final long[] bounds;

    private Ranges(long[] bounds) {
        this.bounds = bounds;
    }

    /**
     * The numbers of some ranges, in any order, overlapping or not.
     *
     * @param bounds pairs: the first number, and the first behind the range
     * @throws IllegalArgumentException if a range has a negative number or ends before it begins
     */
    public static Ranges of(long... bounds) {
        if (bounds.length % 2 != 0) {
            throw new IllegalArgumentException("a range without an end");
        }
        boolean ascending = true;
        for (int i = 0; i < bounds.length; i += 2) {
            if (bounds[i] < 0 || bounds[i + 1] < bounds[i]) {
                throw new IllegalArgumentException("no range: %d to %d".formatted(bounds[i], bounds[i + 1]));
            }
            ascending &= i == 0 || bounds[i - 1] <= bounds[i];
        }
        return joined(ascending ? bounds : sorted(bounds));
    }

    private static long[] sorted(long[] bounds) {
        var pairs = new long[bounds.length / 2][];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new long[] {bounds[2 * i], bounds[2 * i + 1]};
        }
        Arrays.sort(pairs, (a, b) -> Long.compare(a[0], b[0]));
        var sorted = new long[bounds.length];
        for (int i = 0; i < pairs.length; i++) {
            sorted[2 * i] = pairs[i][0];
            sorted[2 * i + 1] = pairs[i][1];
        }
        return sorted;
    }

    /** Joins what overlaps or touches; the ranges begin in ascending order. */
    private static Ranges joined(long[] sorted) {
        var joined = new long[sorted.length];
        int size = 0;
        for (int i = 0; i < sorted.length; i += 2) {
            if (sorted[i] == sorted[i + 1]) {
                continue;
            }
            if (size > 0 && sorted[i] <= joined[size - 1]) {
                joined[size - 1] = Math.max(joined[size - 1], sorted[i + 1]);
            } else {
                joined[size++] = sorted[i];
                joined[size++] = sorted[i + 1];
            }
        }
        return size == 0 ? EMPTY : new Ranges(Arrays.copyOf(joined, size));
    }

    /** How many ranges. */
    public int count() {
        return bounds.length / 2;
    }

    public boolean isEmpty() {
        return bounds.length == 0;
    }

    /** The first number of a range, 0 to {@link #count()} − 1. */
    public long first(int range) {
        return bounds[2 * range];
    }

    /** The first number behind a range. */
    public long end(int range) {
        return bounds[2 * range + 1];
    }

    /** How many numbers. */
    public long length() {
        long length = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            length += bounds[i + 1] - bounds[i];
        }
        return length;
    }

    public boolean contains(long number) {
        int at = Arrays.binarySearch(bounds, number);
        return at >= 0 ? at % 2 == 0 : -at % 2 == 0;
    }

    /** True if all numbers of the other set are in this one. */
    public boolean contains(Ranges other) {
        return intersection(other).equals(other);
    }

    public Ranges union(Ranges other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        var all = new long[bounds.length + other.bounds.length];
        int size = 0;
        int a = 0;
        int b = 0;
        while (a < bounds.length || b < other.bounds.length) {
            boolean mine = b == other.bounds.length || (a < bounds.length && bounds[a] <= other.bounds[b]);
            long[] from = mine ? bounds : other.bounds;
            int i = mine ? a : b;
            all[size++] = from[i];
            all[size++] = from[i + 1];
            if (mine) {
                a += 2;
            } else {
                b += 2;
            }
        }
        return joined(all);
    }

    public Ranges intersection(Ranges other) {
        var both = new long[bounds.length + other.bounds.length];
        int size = 0;
        int a = 0;
        int b = 0;
        while (a < bounds.length && b < other.bounds.length) {
            long first = Math.max(bounds[a], other.bounds[b]);
            long end = Math.min(bounds[a + 1], other.bounds[b + 1]);
            if (first < end) {
                both[size++] = first;
                both[size++] = end;
            }
            if (bounds[a + 1] <= other.bounds[b + 1]) {
                a += 2;
            } else {
                b += 2;
            }
        }
        return size == 0 ? EMPTY : new Ranges(Arrays.copyOf(both, size));
    }

    /** The numbers from 0 to {@code end}, excluded, that are not in this set. */
    public Ranges complement(long end) {
        var rest = new long[bounds.length + 2];
        int size = 0;
        long from = 0;
        for (int i = 0; i < bounds.length && bounds[i] < end; i += 2) {
            rest[size++] = from;
            rest[size++] = bounds[i];
            from = bounds[i + 1];
        }
        rest[size++] = Math.min(from, end);
        rest[size++] = end;
        return joined(Arrays.copyOf(rest, size));
    }

    /** The set with every block of 2<sup>{@code bits}</sup> numbers, counted from 0, of which it has any. */
    public Ranges coarsened(int bits) {
        var coarse = new long[bounds.length];
        for (int i = 0; i < bounds.length; i += 2) {
            coarse[i] = bounds[i] >> bits << bits;
            coarse[i + 1] = (((bounds[i + 1] - 1) >> bits) + 1) << bits;
        }
        return joined(coarse);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ranges ranges && Arrays.equals(bounds, ranges.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    /** Such as {@code 3-8 11-12}, ends excluded. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int i = 0; i < bounds.length; i += 2) {
            text.append(i == 0 ? "" : " ").append(bounds[i]).append('-').append(bounds[i + 1]);
        }
        return text.toString();
    }
}
