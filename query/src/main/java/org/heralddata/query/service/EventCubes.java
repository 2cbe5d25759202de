package org.heralddata.query.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.selection.Cut;
import org.heralddata.query.EventsRequest;
import org.heralddata.query.QueryCode;
import org.heralddata.query.cube.Bins;
import org.heralddata.query.cube.CubeAxis;
import org.heralddata.query.cube.CubeQuestion;
import org.heralddata.query.cube.CubeView;
import org.heralddata.query.cube.Grid;
import org.heralddata.query.cube.Grids;
import org.heralddata.query.cube.PackedCubes;
import org.heralddata.query.engine.Engine;
import org.jspecify.annotations.Nullable;

/** What linked views of the common events of many tables mean: which tables count, on which axes, and which cuts hold for which view. */
final class EventCubes {
    private static final String TIME = "time";
    private static final int MAX_SKY_ORDER = 6;
    private static final int MAX_VIEWS = 4;
    private static final long MAX_NUMBERS = 8_000_000;
    private static final double NANOS_IN_MILLI = 1e6;

    private final Lookup lookup;
    private final Engine engine;
    private final CubeCache kept;
    private final List<Release> releases;

    EventCubes(Lookup lookup, Engine engine, CubeCache kept, List<Release> releases) {
        this.lookup = lookup;
        this.engine = engine;
        this.kept = kept;
        this.releases = releases;
    }

    PackedCubes of(EventsRequest request, CubeQuestion question) {
        if (question.views().size() > MAX_VIEWS) {
            throw bad("ask for at most %d views".formatted(MAX_VIEWS));
        }
        CubeAxis active = axis(question.active(), true);
        List<CubeAxis> views = new ArrayList<>(List.of(new CubeAxis.All()));
        List<Cut> own = new ArrayList<>();
        for (CubeQuestion.Linked linked : question.views()) {
            views.add(axis(linked.view(), false));
            own.add(EventCuts.read(linked.cut()));
        }
        if (views.stream().mapToLong(v -> (long) active.size() * v.size()).sum() > MAX_NUMBERS) {
            throw new Refusal(Diagnostic.error(QueryCode.TOO_LARGE, "these views take more than 8 million numbers")
                    .helped("ask for fewer bins, or a sky map of a lower order"));
        }
        Cut where = EventCuts.read(request.where());
        List<SummedCubes.Part> parts = new ArrayList<>();
        for (Release release : releases) {
            for (PublishedTable table : release.tablesOfEvents()) {
                cuts(release, table, where, own)
                        .ifPresent(cuts ->
                                parts.add(SummedCubes.part(lookup.source(release, table.name()), active, views, cuts)));
            }
        }
        return new SummedCubes(active, views, parts, question.sampled()).of(engine, kept);
    }

    /** In the table's own words; empty if it is closed, or lacks what they ask for: it has no row that passes, as counts have it. */
    private Optional<List<Cut>> cuts(Release release, PublishedTable table, Cut where, List<Cut> own) {
        try {
            Events.requireEvents(lookup, release, table);
            var words = new EventCuts(release.collection(), table);
            List<Cut> all = new ArrayList<>(List.of(words.of(where)));
            for (Cut cut : own) {
                all.add(words.of(cut));
            }
            return Optional.of(all);
        } catch (EventCuts.Lacking lacking) {
            return Optional.empty();
        }
    }

    private CubeAxis axis(CubeView view, boolean active) {
        return switch (view) {
            case CubeView.Bars bars
            when bars.column().equals(TIME) -> {
                Bins bins = bins(bars.min(), bars.max(), bars.bins());
                yield active
                        ? new CubeAxis.Slices(TIME, bins.grid(), stops(bins.grid(), bars.stops()), bins.group())
                        : new CubeAxis.Bins(TIME, bins.grid(), bins.group());
            }
            case CubeView.Sky(var order) when order >= 0 && order <= MAX_SKY_ORDER -> new CubeAxis.Cells(order);
            case CubeView.Sky(var order) ->
                throw bad("a linked sky map has an order from 0 to %d, not %d".formatted(MAX_SKY_ORDER, order));
            default -> throw bad("the linked views of events are their `time` and the sky");
        };
    }

    private static List<Double> stops(Grid grid, List<Double> stops) {
        return stops.stream()
                .filter(Double::isFinite)
                .distinct()
                .sorted()
                .filter(stop -> IntStream.range(0, grid.size()).noneMatch(k -> grid.value(k) == stop))
                .toList();
    }

    /** Over the times of all tables that are asked. */
    private Bins bins(@Nullable Double min, @Nullable Double max, int most) {
        double from = min != null ? min : Double.POSITIVE_INFINITY;
        double to = max != null ? max : Double.NEGATIVE_INFINITY;
        for (Release release : releases) {
            for (PublishedTable table : release.tablesOfEvents()) {
                var column = table.column(String.valueOf(table.common().time()));
                if (table.common().time() == null || column.isEmpty() || !lookup.isOpen(release, table.name())) {
                    continue;
                }
                Double first = column.get().statistics().min();
                Double last = column.get().statistics().max();
                if (first != null && last != null) {
                    from = min != null ? from : Math.min(from, first / NANOS_IN_MILLI);
                    to = max != null ? to : Math.max(to, last / NANOS_IN_MILLI);
                }
            }
        }
        if (!(from <= to)) {
            throw bad("these events have no times that an axis could be made of");
        }
        return min == null && max == null ? Bins.over(Grids.times(from, to, 0), most) : Bins.ofTimes(from, to, most);
    }

    private static Refusal bad(String message) {
        return new Refusal(Diagnostic.error(QueryCode.BAD_HISTOGRAM, message));
    }
}
