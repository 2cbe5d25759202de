package org.heralddata.serve.portal;

import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.table.ColumnType;
import org.heralddata.query.Histogram;
import org.heralddata.query.Histogram2d;
import org.heralddata.query.HistogramSpec;

/** Counts rows of a {@link FakeTable} in bins, one by one. */
record FakeHistograms(FakeTable table, PublishedTable published) {
    Histogram of(int[] rows, HistogramSpec spec) {
        PublishedColumn column = published.column(spec.column()).orElseThrow();
        double[] edges = edges(spec, column);
        long[] counts = new long[spec.bins()];
        long[] outside = new long[3];
        for (int row : rows) {
            int bin = bin(edges, table.number(spec.column(), row));
            if (bin < 0) {
                outside[-1 - bin]++;
            } else {
                counts[bin]++;
            }
        }
        String unit =
                column.type() == ColumnType.TIMESTAMP ? "ns" : column.unit().symbol();
        return new Histogram(
                spec,
                unit,
                DoubleStream.of(edges).boxed().toList(),
                LongStream.of(counts).boxed().toList(),
                outside[0],
                outside[1],
                outside[2]);
    }

    Histogram2d of(int[] rows, HistogramSpec x, HistogramSpec y) {
        double[] xs = edges(x, published.column(x.column()).orElseThrow());
        double[] ys = edges(y, published.column(y.column()).orElseThrow());
        long[][] counts = new long[x.bins()][y.bins()];
        long nulls = 0;
        for (int row : rows) {
            int i = bin(xs, table.number(x.column(), row));
            int j = bin(ys, table.number(y.column(), row));
            if (i < 0 || j < 0) {
                nulls++;
            } else {
                counts[i][j]++;
            }
        }
        return new Histogram2d(
                x,
                y,
                "",
                "",
                DoubleStream.of(xs).boxed().toList(),
                DoubleStream.of(ys).boxed().toList(),
                java.util.Arrays.stream(counts)
                        .map(c -> LongStream.of(c).boxed().toList())
                        .toList(),
                0,
                nulls);
    }

    private static double[] edges(HistogramSpec spec, PublishedColumn column) {
        Double from = spec.min() == null ? column.statistics().min() : spec.min();
        Double to = spec.max() == null ? column.statistics().max() : spec.max();
        double min = from == null ? 0 : from;
        double max = to == null || to <= min ? min + 1 : to;
        IntToDoubleFunction edge = spec.scale() == HistogramSpec.Scale.LOG
                ? i -> min * Math.pow(max / min, (double) i / spec.bins())
                : i -> min + (max - min) * i / spec.bins();
        return IntStream.rangeClosed(0, spec.bins()).mapToDouble(edge).toArray();
    }

    /** -1 under, -2 over, -3 no value. */
    private static int bin(double[] edges, double value) {
        int last = edges.length - 1;
        if (Double.isNaN(value)) {
            return -3;
        }
        if (value < edges[0]) {
            return -1;
        }
        if (value > edges[last]) {
            return -2;
        }
        int found = java.util.Arrays.binarySearch(edges, value);
        return Math.min(last - 1, found >= 0 ? found : -found - 2);
    }
}
