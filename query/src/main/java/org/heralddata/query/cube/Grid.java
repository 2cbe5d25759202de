package org.heralddata.query.cube;

import java.util.List;

/**
 * Values that a brush may stop at, rising: short decimals, so that a limit written as text is exactly the value counted by.
 *
 * <p>A cell's <em>code</em> is how many values lie below it plus how many do not lie above it: {@code 2k + 1} on value
 * {@code k}, {@code 2k + 2} between it and the next, 0 below all, {@code 2 size} above all. So every limit, with or without
 * the value itself, falls between two codes.
 */
public sealed interface Grid {

    /** How many values; at least 2. */
    int size();

    /** Value {@code k}, in the unit of the column; of times milliseconds since 1970. Also of {@code k} beyond both ends. */
    double value(int k);

    /** Which multiple of the step value 0 is: of the step's factor on a logarithmic axis. */
    long origin();

    GridScale scale();

    /** Steps between values: one less than values. */
    default int steps() {
        return size() - 1;
    }

    /** Steps from the edge of the first bin of {@code group} steps to value 0: edges are multiples of the bins' width. */
    default int offset(int group) {
        return (int) Math.floorMod(origin(), (long) group);
    }

    /** Bins of {@code group} steps that hold all values. */
    default int bins(int group) {
        return Math.ceilDiv(offset(group) + steps(), group);
    }

    /** Lower edge of bin {@code i} of {@code group} steps. */
    default double edge(int i, int group) {
        return value(i * group - offset(group));
    }

    /** Codes without that of cells that hold nothing. */
    default int codes() {
        return 2 * size() + 1;
    }

    /** {@code (first + k step) 10^power}, exactly rounded. */
    record Decimal(long first, long step, int power, int size) implements Grid {
        @Override
        public double value(int k) {
            double whole = first + k * step;
            return power < 0 ? whole / Math.pow(10, -power) : whole * Math.pow(10, power);
        }

        @Override
        public long origin() {
            return Math.floorDiv(first, step);
        }

        @Override
        public GridScale scale() {
            return GridScale.LINEAR;
        }
    }

    /**
     * Values of nearly equal ratios, positive.
     *
     * @param perDecade steps in a factor of ten
     */
    record Ratios(List<Double> values, int perDecade, long origin) implements Grid {
        public Ratios {
            values = List.copyOf(values);
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public double value(int k) {
            return k >= 0 && k < values.size() ? values.get(k) : Math.pow(10, (double) (origin + k) / perDecade);
        }

        @Override
        public GridScale scale() {
            return GridScale.LOG;
        }
    }

    /** Moments, in milliseconds since 1970. */
    record Moments(long first, long step, int size) implements Grid {
        @Override
        public double value(int k) {
            return first + k * (double) step;
        }

        @Override
        public long origin() {
            return Math.floorDiv(first, step);
        }

        @Override
        public GridScale scale() {
            return GridScale.LINEAR;
        }
    }
}
