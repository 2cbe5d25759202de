package org.heralddata.serve.portal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the scripts of the page over all collections need to know.
 *
 * @param columns of the common event
 * @param titles  by collection
 */
record EventsJson(String base, List<Column> columns, Map<String, Title> titles) {
    private static final List<Column> COMMON = List.of(
            new Column("time", "timestamp", ""),
            new Column("ra", "float64", "deg"),
            new Column("dec", "float64", "deg"),
            new Column("energy", "float64", "eV"));

    record Column(String name, String type, String unit) {}

    record Title(String title, String messenger) {}

    static EventsJson of(Events events) {
        return new EventsJson(
                "/api/v1/events",
                COMMON,
                events.releases().stream()
                        .map(r -> r.collection())
                        .collect(Collectors.toMap(c -> c.id().value(), c -> new Title(c.title(), c.messenger()))));
    }
}
