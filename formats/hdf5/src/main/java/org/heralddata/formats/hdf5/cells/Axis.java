package org.heralddata.formats.hdf5.cells;

import java.util.List;

/**
 * One dimension of a cell.
 *
 * @param count  entries
 * @param stride bytes from one to the next
 */
public record Axis(int count, int stride) {

    static int elements(List<Axis> axes) {
        return axes.stream().mapToInt(Axis::count).reduce(1, Math::multiplyExact);
    }

    /** True if all elements follow each other at the stride of the last axis. */
    static boolean dense(List<Axis> axes) {
        int span = axes.getLast().stride();
        for (Axis axis : axes.reversed()) {
            if (axis.stride() != span) {
                return false;
            }
            span *= axis.count();
        }
        return true;
    }
}
