package org.heralddata.model.table;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column for some rows. Arrays belong to the vector and are not changed after it is made; they may be
 * longer than {@link #size()}.
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers without boxing or copying are what this type is for
public sealed interface Vector {

    /** Rows. */
    int size();

    /** Rows without a value; null if every row has one. NaN is a value. */
    @Nullable
    BitSet nulls();

    default boolean isNull(int row) {
        BitSet nulls = nulls();
        return nulls != null && nulls.get(row);
    }

    /**
     * Integers of any width, booleans (0 or 1) and timestamps (see {@link ColumnType#TIMESTAMP}); uint64 as its bits.
     */
    record Longs(long[] values, int size, @Nullable BitSet nulls) implements Vector {}

    /** Floating-point numbers of either width. */
    record Doubles(double[] values, int size, @Nullable BitSet nulls) implements Vector {}

    /** Strings; an element is null just where {@link #nulls()} says so. */
    record Strings(
            @Nullable String[] values, int size, @Nullable BitSet nulls) implements Vector {}

    /**
     * Bytes that Herald does not interpret; an element is null just where {@link #nulls()} says so (not declared, since
     * NullAway takes a nullable inner array for a nullable outer one).
     */
    record Blobs(byte[][] values, int size, @Nullable BitSet nulls) implements Vector {}

    /**
     * Arrays, fixed or varying: row {@code r} holds elements {@code offsets[r]} to {@code offsets[r + 1]}, end excluded.
     * Every varying dimension after the first starts a level of its own: the elements of {@code [null, null]} are lists
     * themselves, of the shape {@link Shape#inner()}; one of those that is null holds no elements.
     *
     * @param offsets {@code size + 1} positions, never falling
     */
    record Lists(
            int[] offsets,
            Vector elements,
            int size,
            @Nullable BitSet nulls) implements Vector {}
}
