package org.heralddata.adql.size;

import org.jspecify.annotations.Nullable;

/**
 * How many rows there can be.
 *
 * @param most   never more; {@link Long#MAX_VALUE} if that is not known
 * @param likely at most {@code most}: rows that are joined by a condition are taken to find one partner each
 * @param exact  whether there are just {@code most}
 */
public record RowBound(long most, long likely, boolean exact) {

    static RowBound exactly(long rows) {
        return rows < 0 ? new RowBound(Long.MAX_VALUE, Long.MAX_VALUE, false) : new RowBound(rows, rows, true);
    }

    /** After a condition, whose strictness is not known. */
    RowBound orFewer() {
        return new RowBound(most, likely, false);
    }

    /** Every row with every other. */
    RowBound times(RowBound other) {
        return new RowBound(times(most, other.most), times(likely, other.likely), exact && other.exact);
    }

    /** Rows with those that fit a condition. */
    RowBound joined(RowBound other) {
        return new RowBound(times(most, other.most), Math.max(likely, other.likely), false);
    }

    RowBound plus(RowBound other) {
        return new RowBound(plus(most, other.most), plus(likely, other.likely), exact && other.exact);
    }

    RowBound atLeast(RowBound other) {
        return new RowBound(Math.max(most, other.most), Math.max(likely, other.likely), false);
    }

    RowBound atMost(RowBound other) {
        return new RowBound(Math.min(most, other.most), Math.min(likely, other.likely), false);
    }

    RowBound without(long offset) {
        return most == Long.MAX_VALUE
                ? this
                : new RowBound(Math.max(0, most - offset), Math.max(0, likely - offset), exact);
    }

    RowBound first(@Nullable Long top) {
        return top == null ? this : new RowBound(Math.min(most, top), Math.min(likely, top), exact);
    }

    private static long times(long a, long b) {
        return a != 0 && b > Long.MAX_VALUE / a ? Long.MAX_VALUE : a * b;
    }

    private static long plus(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
