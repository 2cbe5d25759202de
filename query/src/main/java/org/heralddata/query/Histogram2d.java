package org.heralddata.query;

import java.util.List;

/**
 * Counts of pairs of values. Bins are closed as those of {@link Histogram}.
 *
 * @param xEdges  {@code x.bins + 1}
 * @param yEdges  {@code y.bins + 1}
 * @param counts  shape (x.bins, y.bins)
 * @param outside pairs of which a value lies outside its axis
 * @param nulls   rows of which a value is null or NaN
 */
public record Histogram2d(
        HistogramSpec x,
        HistogramSpec y,
        String xUnit,
        String yUnit,
        List<Double> xEdges,
        List<Double> yEdges,
        List<List<Long>> counts,
        long outside,
        long nulls) {

    public Histogram2d {
        xEdges = List.copyOf(xEdges);
        yEdges = List.copyOf(yEdges);
        counts = counts.stream().map(List::copyOf).toList();
    }
}
