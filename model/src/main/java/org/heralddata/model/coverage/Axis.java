package org.heralddata.model.coverage;

/** What a coverage map divides (MOC 2.0, section 3). */
enum Axis {
    /** The sphere: nested HEALPix cells of order 0 to 29, four of the next order in each. */
    SPACE(29, 2, 12L << 58),
    /** Time: cells of order 0 to 61, two of the next order in each; those of order 61 are microseconds since JD 0, TCB. */
    TIME(61, 1, 1L << 62);

    private final int maxOrder;
    private final int bits;
    private final long end;

    Axis(int maxOrder, int bits, long end) {
        this.maxOrder = maxOrder;
        this.bits = bits;
        this.end = end;
    }

    int maxOrder() {
        return maxOrder;
    }

    /** By how many bits numbers of the highest order are longer than those of another. */
    int shift(int order) {
        return bits * (maxOrder - order);
    }

    /** The lowest order at which a cell begins with this number of the highest order. */
    int orderOf(long number) {
        int zeros = number == 0 ? 64 : Long.numberOfTrailingZeros(number);
        return Math.max(0, maxOrder - zeros / bits);
    }

    /** The first number behind all of the highest order. */
    long end() {
        return end;
    }

    int requireOrder(int order) {
        if (order < 0 || order > maxOrder) {
            throw new IllegalArgumentException("no order of a map in %s: %d".formatted(this, order));
        }
        return order;
    }

    /** Whole cells of an order. */
    Ranges requireCells(int order, Ranges ranges) {
        requireOrder(order);
        if (!ranges.isEmpty() && ranges.end(ranges.count() - 1) > end) {
            throw new IllegalArgumentException("cells beyond the last one");
        }
        return ranges.coarsened(shift(order));
    }
}
