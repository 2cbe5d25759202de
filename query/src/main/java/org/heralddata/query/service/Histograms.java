package org.heralddata.query.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.table.ColumnType;
import org.heralddata.query.Histogram;
import org.heralddata.query.Histogram2d;
import org.heralddata.query.HistogramSpec;
import org.heralddata.query.HistogramSpec.Scale;
import org.heralddata.query.QueryCode;
import org.heralddata.query.engine.Binning;
import org.heralddata.query.engine.Engine;
import org.heralddata.query.engine.Source;

/** Fills in the axes of histograms and gives counts their shape. */
final class Histograms {
    private static final int MAX_BINS = 10_000;
    private static final int MAX_BINS_2D = 1_000;
    private static final int MAX_HISTOGRAMS = 64;

    private final Engine engine;

    Histograms(Engine engine) {
        this.engine = engine;
    }

    List<Histogram> count(Source source, Cut cut, List<HistogramSpec> specs) {
        if (specs.isEmpty() || specs.size() > MAX_HISTOGRAMS) {
            throw bad("ask for 1 to %d histograms, not %d".formatted(MAX_HISTOGRAMS, specs.size()), null);
        }
        List<Binning> axes =
                specs.stream().map(spec -> axis(source, spec, MAX_BINS)).toList();
        List<long[]> counts = engine.histograms(source, cut, axes);
        var histograms = new ArrayList<Histogram>();
        for (int i = 0; i < axes.size(); i++) {
            Binning axis = axes.get(i);
            long[] all = counts.get(i);
            histograms.add(new Histogram(
                    axis.spec(),
                    unit(source, axis),
                    axis.edges(),
                    Arrays.stream(all, 1, axis.bins() + 1).boxed().toList(),
                    all[0],
                    all[axis.bins() + 1],
                    all[axis.bins() + 2]));
        }
        return histograms;
    }

    Histogram2d count(Source source, Cut cut, HistogramSpec xSpec, HistogramSpec ySpec) {
        Binning x = axis(source, xSpec, MAX_BINS_2D);
        Binning y = axis(source, ySpec, MAX_BINS_2D);
        for (Binning axis : List.of(x, y)) {
            if (!Lookup.column(source.table(), axis.column()).shape().isScalar()) {
                throw bad("`%s` holds lists; a 2-D histogram needs one value a row".formatted(axis.column()), null);
            }
        }
        long[] cells = engine.histogram2d(source, cut, x, y);
        int stride = y.bins() + 3;
        var counts = new ArrayList<List<Long>>();
        long inside = 0;
        long nulls = 0;
        for (int i = 0; i < x.bins() + 3; i++) {
            nulls += i == x.bins() + 2
                    ? Arrays.stream(cells, i * stride, (i + 1) * stride).sum()
                    : cells[i * stride + stride - 1];
            if (i >= 1 && i <= x.bins()) {
                List<Long> row = Arrays.stream(cells, i * stride + 1, i * stride + 1 + y.bins())
                        .boxed()
                        .toList();
                counts.add(row);
                inside += row.stream().mapToLong(Long::longValue).sum();
            }
        }
        long outside = Arrays.stream(cells).sum() - inside - nulls;
        return new Histogram2d(
                x.spec(), y.spec(), unit(source, x), unit(source, y), x.edges(), y.edges(), counts, outside, nulls);
    }

    private static String unit(Source source, Binning axis) {
        PublishedColumn column = Lookup.column(source.table(), axis.column());
        return column.type() == ColumnType.TIMESTAMP ? "ns" : column.unit().symbol();
    }

    private Binning axis(Source source, HistogramSpec spec, int maxBins) {
        PublishedColumn column = Lookup.column(source.table(), spec.column());
        if (!column.type().isNumeric() && column.type() != ColumnType.TIMESTAMP && column.type() != ColumnType.BOOL) {
            throw bad(
                    "`%s` holds %ss, not numbers"
                            .formatted(column.name(), column.type().label()),
                    null);
        }
        if (spec.bins() < 1 || spec.bins() > maxBins) {
            throw bad("a histogram has 1 to %d bins here, not %d".formatted(maxBins, spec.bins()), null);
        }
        boolean log = spec.scale() == Scale.LOG;
        double min = spec.min() != null ? spec.min() : log ? leastPositive(source, column) : leastOf(column);
        double max = spec.max() != null ? spec.max() : greatestOf(column, min, log);
        if (!Double.isFinite(min) || !Double.isFinite(max)) {
            throw bad("the edges of a histogram are finite numbers", null);
        }
        if (log && min <= 0) {
            throw bad("a logarithmic axis begins above 0, not at %s".formatted(min), "give `min` above 0");
        }
        if (!(min < max) || !Double.isFinite(max - min)) {
            throw bad("`min` %s must be less than `max` %s".formatted(min, max), null);
        }
        return new Binning(column.name(), spec.bins(), min, max, spec.scale());
    }

    private static double leastOf(PublishedColumn column) {
        Double min = column.statistics().min();
        return column.type() == ColumnType.BOOL || min == null ? 0 : min;
    }

    private double leastPositive(Source source, PublishedColumn column) {
        Double min = column.statistics().min();
        if (min != null && min > 0) {
            return min;
        }
        OptionalDouble least = engine.leastPositive(source, column.name());
        return least.orElseThrow(
                () -> bad("`%s` has no value above 0 for a logarithmic axis".formatted(column.name()), null));
    }

    /** A column of one value, or of none, still gets an axis. */
    private static double greatestOf(PublishedColumn column, double min, boolean log) {
        ColumnStatistics statistics = column.statistics();
        Double max = statistics.max();
        double greatest = max == null ? (column.type() == ColumnType.BOOL ? 1 : min) : max;
        if (greatest > min) {
            return greatest;
        }
        return log ? min * 10 : Math.max(min + 1, Math.nextUp(min));
    }

    private static Refusal bad(String message, @org.jspecify.annotations.Nullable String help) {
        return new Refusal(Diagnostic.error(QueryCode.BAD_HISTOGRAM, message).helped(help));
    }
}
