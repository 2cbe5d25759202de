package org.heralddata.query;

import java.util.List;

/**
 * Counts of values in bins. Bin {@code i} holds {@code edges[i] <= x < edges[i + 1]}, the last one also its upper edge.
 *
 * @param axis   what was asked, with both edges filled in
 * @param unit   symbol of the column's unit; empty for none; {@code ns} for timestamps
 * @param edges  {@code bins + 1}, rising
 * @param counts one a bin
 * @param under  values below the first edge
 * @param over   values above the last edge
 * @param nulls  cells without a value: null or NaN
 */
public record Histogram(
        HistogramSpec axis, String unit, List<Double> edges, List<Long> counts, long under, long over, long nulls) {

    public Histogram {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
    }
}
