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

    /** Value {@code k}, in the unit of the column; of times milliseconds since 1970. */
    double value(int k);

    GridScale scale();

    /** Steps between values: one less than values. */
    default int steps() {
        return size() - 1;
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
        public GridScale scale() {
            return GridScale.LINEAR;
        }
    }

    /** Values of nearly equal ratios, positive. */
    record Ratios(List<Double> values) implements Grid {
        public Ratios {
            values = List.copyOf(values);
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public double value(int k) {
            return values.get(k);
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
        public GridScale scale() {
            return GridScale.LINEAR;
        }
    }
}
