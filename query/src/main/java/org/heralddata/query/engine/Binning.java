package org.heralddata.query.engine;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.query.HistogramSpec;
import org.heralddata.query.HistogramSpec.Scale;

/**
 * Bins of one axis, all edges known.
 *
 * @param min less than {@code max}; positive if {@code scale} is logarithmic
 */
public record Binning(String column, int bins, double min, double max, Scale scale) {

    public Binning {
        if (bins < 1 || !(min < max) || (scale == Scale.LOG && min <= 0) || !Double.isFinite(max - min)) {
            throw new IllegalArgumentException("no bins: %d from %s to %s".formatted(bins, min, max));
        }
    }

    /** Position of the lower end on the axis: the value, or its decimal logarithm. */
    double start() {
        return scale == Scale.LOG ? Math.log10(min) : min;
    }

    /** Width of a bin on the axis. */
    double width() {
        return ((scale == Scale.LOG ? Math.log10(max) : max) - start()) / bins;
    }

    /** {@code bins + 1} edges; the first and last are exactly {@link #min} and {@link #max}. */
    public List<Double> edges() {
        var edges = new ArrayList<Double>(bins + 1);
        edges.add(min);
        for (int i = 1; i < bins; i++) {
            double at = start() + i * width();
            edges.add(scale == Scale.LOG ? Math.pow(10, at) : at);
        }
        edges.add(max);
        return edges;
    }

    /** The question with its edges filled in. */
    public HistogramSpec spec() {
        return new HistogramSpec(column, bins, min, max, scale);
    }
}
