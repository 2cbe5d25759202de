package org.heralddata.query.service;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.table.ColumnType;
import org.heralddata.query.QueryCode;
import org.heralddata.query.cube.Bins;
import org.heralddata.query.cube.CubeAxis;
import org.heralddata.query.cube.CubeHead;
import org.heralddata.query.cube.CubeQuestion;
import org.heralddata.query.cube.CubeView;
import org.heralddata.query.cube.Grid;
import org.heralddata.query.cube.Grids;
import org.jspecify.annotations.Nullable;

/**
 * What linked views of one table mean: all edges filled in, and which cuts hold for which view.
 *
 * @param views first one of all rows alike
 * @param cuts  one a view
 */
record CubePlan(CubeAxis active, List<CubeAxis> views, List<Cut> cuts) {
    private static final int MAX_VIEWS = 24;
    private static final int MAX_STOPS = 8;
    private static final int MAX_SKY_ORDER = 6;

    /** Numbers of all cubes together: 32 MB. */
    private static final long MAX_NUMBERS = 8_000_000;

    /** Reads the text of a cut. */
    interface CutReader {
        Cut read(String where);
    }

    static CubePlan of(PublishedTable table, CubeQuestion question, CutReader reader) {
        if (question.views().size() > MAX_VIEWS) {
            throw bad(
                    "ask for at most %d views, not %d"
                            .formatted(MAX_VIEWS, question.views().size()),
                    null);
        }
        CubeAxis active = active(table, question.active());
        List<CubeAxis> views = new ArrayList<>(List.of(new CubeAxis.All()));
        List<Cut> own = new ArrayList<>();
        for (CubeQuestion.Linked linked : question.views()) {
            views.add(passive(table, linked.view()));
            own.add(reader.read(linked.cut()));
        }
        long numbers =
                views.stream().mapToLong(v -> (long) active.size() * v.size()).sum();
        if (numbers > MAX_NUMBERS) {
            throw new Refusal(Diagnostic.error(
                            QueryCode.TOO_LARGE,
                            "these views take %d numbers; %d are the most".formatted(numbers, MAX_NUMBERS))
                    .helped("ask for fewer bins, a sky map of a lower order, or fewer views at once"));
        }
        Cut where = reader.read(question.where());
        List<Cut> cuts = new ArrayList<>();
        for (int view = -1; view < own.size(); view++) {
            int but = view;
            List<Cut> parts = Stream.concat(
                            Stream.of(where),
                            java.util.stream.IntStream.range(0, own.size())
                                    .filter(i -> i != but)
                                    .mapToObj(own::get))
                    .filter(cut -> !cut.equals(Cut.EVERYTHING))
                    .toList();
            cuts.add(parts.isEmpty() ? Cut.EVERYTHING : parts.size() == 1 ? parts.getFirst() : new Cut.And(parts));
        }
        return new CubePlan(active, views, cuts);
    }

    private static CubeAxis active(PublishedTable table, CubeView view) {
        if (!(view instanceof CubeView.Bars bars)) {
            return passive(table, view);
        }
        if (bars.stops().size() > MAX_STOPS) {
            throw bad("a brush has at most %d stops of its own".formatted(MAX_STOPS), null);
        }
        Bins bins = bins(table, bars);
        Grid grid = bins.grid();
        List<Double> stops = bars.stops().stream()
                .filter(Double::isFinite)
                .distinct()
                .sorted()
                .filter(stop -> !isValue(grid, stop))
                .toList();
        return new CubeAxis.Slices(bars.column(), grid, stops, bins.group());
    }

    private static boolean isValue(Grid grid, double stop) {
        return java.util.stream.IntStream.range(0, grid.size()).anyMatch(k -> grid.value(k) == stop);
    }

    private static CubeAxis passive(PublishedTable table, CubeView view) {
        return switch (view) {
            case CubeView.Bars bars -> binned(table, bars);
            case CubeView.Pair(var x, var y) -> new CubeAxis.Pairs(binned(table, x), binned(table, y));
            case CubeView.Sky(var order) -> {
                if (order < 0 || order > MAX_SKY_ORDER) {
                    throw bad(
                            "a linked sky map has an order from 0 to %d, not %d".formatted(MAX_SKY_ORDER, order), null);
                }
                if (table.common().healpix() == null) {
                    throw new Refusal(Diagnostic.error(
                            QueryCode.NO_DIRECTION, "the events of `%s` have no direction".formatted(table.name())));
                }
                yield new CubeAxis.Cells(order);
            }
        };
    }

    private static CubeAxis.Bins binned(PublishedTable table, CubeView.Bars bars) {
        Bins bins = bins(table, bars);
        return new CubeAxis.Bins(bars.column(), bins.grid(), bins.group());
    }

    private static Bins bins(PublishedTable table, CubeView.Bars bars) {
        PublishedColumn column = Lookup.column(table, bars.column());
        if (!column.shape().isScalar()) {
            throw bad("`%s` holds lists; linked views need one value a row".formatted(column.name()), null);
        }
        if (bars.min() != null && bars.max() != null && !(bars.min() < bars.max())) {
            throw bad("`min` %s must be less than `max` %s".formatted(bars.min(), bars.max()), null);
        }
        var scale = bars.scale() != null ? bars.scale() : Grids.usualScale(column);
        return Bins.of(column, scale, bars.min(), bars.max(), bars.bins())
                .orElseThrow(() -> bad(
                        "`%s` has no values that an axis could be made of".formatted(column.name()),
                        column.type().isNumeric()
                                ? "a logarithmic axis needs values above 0"
                                : "ask for a column of numbers"));
    }

    static CubeHead.Words words(PublishedTable table) {
        return new CubeHead.Words(
                name -> Lookup.column(table, name).unit().symbol(),
                name -> Lookup.column(table, name).type() == ColumnType.TIMESTAMP);
    }

    private static Refusal bad(String message, @Nullable String help) {
        return new Refusal(Diagnostic.error(QueryCode.BAD_HISTOGRAM, message).helped(help));
    }
}
