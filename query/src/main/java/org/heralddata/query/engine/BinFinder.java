package org.heralddata.query.engine;

import java.util.List;
import org.heralddata.query.HistogramSpec.Scale;

/** Finds the bin of a value: 0 below, 1 to n, n + 1 above, n + 2 without a value. A value on an edge is right of it, but the last edge is of the last bin. */
final class BinFinder {
    private final int bins;
    private final double min;
    private final double max;
    private final boolean log;
    private final double start;
    private final double perUnit;
    private final double[] edges;

    BinFinder(Binning axis) {
        bins = axis.bins();
        min = axis.min();
        max = axis.max();
        log = axis.scale() == Scale.LOG;
        start = axis.start();
        perUnit = 1 / axis.width();
        List<Double> all = axis.edges();
        edges = all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Bins, and three for what is in none. */
    int size() {
        return bins + 3;
    }

    /** The bin of what has no value. */
    int none() {
        return bins + 2;
    }

    /** The nearest edge is found by arithmetic, the side of it by comparison, so that no rounding moves a value that lies on an edge. */
    int of(double x) {
        if (x < min) {
            return 0;
        }
        if (x > max) {
            return bins + 1;
        }
        if (Double.isNaN(x)) {
            return none();
        }
        double along = log ? Math.log10(x) : x;
        int edge = Math.clamp((long) ((along - start) * perUnit + 0.5), 0, bins);
        return Math.clamp(x < edges[edge] ? edge : edge + 1, 1, bins);
    }
}
