package org.heralddata.query.cube;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one of several linked views shows. */
public sealed interface CubeView {

    /**
     * A histogram of one column, of one value a row.
     *
     * @param bins  at most so many; 0 for the usual number
     * @param min   lower end in the column's unit, of times milliseconds since 1970; null for the least value
     * @param max   upper end; null for the greatest value
     * @param scale null for what suits the column
     * @param stops values that a brush may stop at besides those of the grid; at most 8
     */
    record Bars(
            String column,
            int bins,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable GridScale scale,
            List<Double> stops)
            implements CubeView {
        public Bars {
            stops = List.copyOf(stops);
        }
    }

    /** A histogram of two columns. */
    record Pair(Bars x, Bars y) implements CubeView {}

    /** A map in HEALPix cells; {@code order} 0 to 6. */
    record Sky(int order) implements CubeView {}
}
