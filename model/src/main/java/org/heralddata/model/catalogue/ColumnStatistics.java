package org.heralddata.model.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What one release holds in a column, counted at ingest over all elements.
 *
 * @param nulls      cells without a value
 * @param nans       elements that are NaN
 * @param outOfRange elements outside the declared range (kept, not dropped); 0 if none is declared
 * @param min        least finite element, in the column's unit; for timestamps nanoseconds since 1970; null if there is none
 * @param max        greatest finite element; null if there is none
 */
public record ColumnStatistics(
        long nulls,
        long nans,
        long outOfRange,
        @Nullable Double min,
        @Nullable Double max) {
    /** Nothing is said of the values. */
    public static final ColumnStatistics UNTOLD = new ColumnStatistics(0, 0, 0, null, null);
}
