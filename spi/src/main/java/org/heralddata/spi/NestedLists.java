package org.heralddata.spi;

import org.heralddata.model.table.Vector;

/** Takes a level of lists away from a vector of nested ones. */
final class NestedLists {

    private NestedLists() {}

    /**
     * How long each inner list is, row by row; -1 for a missing one.
     *
     * @param block elements of one entry of an inner list
     */
    static Vector.Lists lengths(Vector nested, int block) {
        Vector.Lists outer = lists(nested);
        Vector.Lists inner = lists(outer.elements());
        int first = outer.offsets()[0];
        int count = outer.offsets()[outer.size()] - first;
        var lengths = new long[count];
        for (int i = 0; i < count; i++) {
            int at = first + i;
            lengths[i] = inner.isNull(at) ? -1 : (inner.offsets()[at + 1] - inner.offsets()[at]) / block;
        }
        var offsets = new int[outer.size() + 1];
        for (int row = 0; row <= outer.size(); row++) {
            offsets[row] = outer.offsets()[row] - first;
        }
        return new Vector.Lists(offsets, new Vector.Longs(lengths, count, null), outer.size(), outer.nulls());
    }

    /** The inner lists of each row joined to one. */
    static Vector.Lists joined(Vector nested) {
        Vector.Lists outer = lists(nested);
        Vector.Lists inner = lists(outer.elements());
        var offsets = new int[outer.size() + 1];
        for (int row = 0; row <= outer.size(); row++) {
            offsets[row] = inner.offsets()[outer.offsets()[row]];
        }
        return new Vector.Lists(offsets, inner.elements(), outer.size(), outer.nulls());
    }

    private static Vector.Lists lists(Vector vector) {
        if (vector instanceof Vector.Lists lists) {
            return lists;
        }
        throw new IllegalArgumentException("a column of nested lists holds no lists of lists");
    }
}
