package org.heralddata.model.coverage;

import java.util.Arrays;

/** Gathers the cells of one axis while a map is read. */
final class MocBuilder {
    /** Ranges of one map; more is no map that anyone could use. */
    private static final int MOST = 1 << 22;

    private final Axis axis;
    private long[] bounds = new long[16];
    private int size;
    private int order;

    MocBuilder(Axis axis) {
        this.axis = axis;
    }

    /** The order that the cells to come are of, which is also one that the map has. */
    void order(long read) throws MocSyntaxException {
        if (read < 0 || read > axis.maxOrder()) {
            throw new MocSyntaxException("there is no order %d: orders are 0 to %d".formatted(read, axis.maxOrder()));
        }
        order = Math.max(order, (int) read);
    }

    /** Cells of an order, the last one included. */
    void cells(int of, long first, long last) throws MocSyntaxException {
        int shift = axis.shift(of);
        long cells = axis.end() >> shift;
        if (first < 0 || last < first || last >= cells) {
            throw new MocSyntaxException("there are no cells %d to %d of order %d".formatted(first, last, of));
        }
        range(first << shift, (last + 1) << shift);
    }

    /** A range of the highest order, the end not included. */
    void range(long first, long end) throws MocSyntaxException {
        if (first < 0 || end <= first || end > axis.end()) {
            throw new MocSyntaxException("there is no range from %d to %d".formatted(first, end));
        }
        if (size == 2 * MOST) {
            throw new MocSyntaxException("the map has more than %d ranges".formatted(MOST));
        }
        if (size == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * size);
        }
        bounds[size++] = first;
        bounds[size++] = end;
    }

    int order() {
        return order;
    }

    boolean isEmpty() {
        return size == 0;
    }

    Ranges ranges() {
        return Ranges.of(Arrays.copyOf(bounds, size));
    }
}
