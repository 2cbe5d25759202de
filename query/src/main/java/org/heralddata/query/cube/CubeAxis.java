package org.heralddata.query.cube;

import java.util.List;

/** A view with all edges known: a dimension of a cube. */
public sealed interface CubeAxis {

    /** Numbers along it; the last one is of rows without a value. */
    int size();

    /** Codes of a grid, cut finer by {@code stops}, which are no values of it and rise; shown in bins of {@code group} steps. */
    record Slices(String column, Grid grid, List<Double> stops, int group) implements CubeAxis {
        public Slices {
            stops = List.copyOf(stops);
        }

        @Override
        public int size() {
            return grid.codes() + 2 * stops.size() + 1;
        }
    }

    /**
     * Below the grid, bins of {@code group} steps, above the grid, none. The last bin holds the last value of the grid; the first and the last
     * reach beyond it where the grid is no multiple of a bin.
     */
    record Bins(String column, Grid grid, int group) implements CubeAxis {
        public int bins() {
            return grid.bins(group);
        }

        @Override
        public int size() {
            return bins() + 3;
        }
    }

    /** Bins of y run fastest. */
    record Pairs(Bins x, Bins y) implements CubeAxis {
        @Override
        public int size() {
            return x.size() * y.size();
        }
    }

    /** Nested HEALPix cells. */
    record Cells(int order) implements CubeAxis {
        public int cells() {
            return 12 << (2 * order);
        }

        @Override
        public int size() {
            return cells() + 1;
        }
    }

    /** All rows alike. */
    record All() implements CubeAxis {
        @Override
        public int size() {
            return 1;
        }
    }
}
