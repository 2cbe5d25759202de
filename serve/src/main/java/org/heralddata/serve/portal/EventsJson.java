package org.heralddata.serve.portal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.query.cube.Grids;
import org.jspecify.annotations.Nullable;

/**
 * What the scripts of the page over all collections need to know.
 *
 * @param rows    of all collections
 * @param columns of the common event
 * @param titles  by collection
 * @param time    null if no event has one
 */
record EventsJson(
        String base,
        long rows,
        List<Column> columns,
        Map<String, Title> titles,
        @Nullable Time time) {
    private static final List<Column> COMMON = List.of(
            new Column("time", "timestamp", ""),
            new Column("ra", "float64", "deg"),
            new Column("dec", "float64", "deg"),
            new Column("energy", "float64", "eV"));

    record Column(String name, String type, String unit) {}

    /**
     * Of all events.
     *
     * @param min milliseconds since 1970
     */
    record Time(double min, double max, ShopJson.Axis axis) {
        static @Nullable Time of(List<Release> releases) {
            var all = releases.stream()
                    .flatMap(r -> r.tablesOfEvents().stream())
                    .flatMap(t -> t.column(String.valueOf(t.common().time())).stream())
                    .map(PublishedColumn::statistics)
                    .toList();
            var first = all.stream()
                    .map(ColumnStatistics::min)
                    .filter(Objects::nonNull)
                    .min(Double::compare);
            var last = all.stream()
                    .map(ColumnStatistics::max)
                    .filter(Objects::nonNull)
                    .max(Double::compare);
            if (first.isEmpty() || last.isEmpty()) {
                return null;
            }
            double from = first.get() / 1e6;
            double to = last.get() / 1e6;
            return new Time(from, to, ShopJson.Axis.of(Grids.times(from, to, 0)));
        }
    }

    record Title(String title, String messenger) {}

    static EventsJson of(Events events) {
        return new EventsJson(
                "/api/v1/events",
                events.releases().stream()
                        .flatMap(r -> r.tablesOfEvents().stream())
                        .mapToLong(PublishedTable::rows)
                        .sum(),
                COMMON,
                events.releases().stream()
                        .map(r -> r.collection())
                        .collect(Collectors.toMap(c -> c.id().value(), c -> new Title(c.title(), c.messenger()))),
                Time.of(events.releases()));
    }
}
