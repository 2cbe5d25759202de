package org.heralddata.serve.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.query.DataService;
import org.heralddata.query.RowStream;
import org.heralddata.query.RowsRequest;
import org.heralddata.query.TableRef;
import org.heralddata.serve.event.Stations.Hit;
import org.heralddata.serve.event.Stations.Place;
import org.heralddata.serve.event.Stations.Shower;
import org.jspecify.annotations.Nullable;

/** Puts the signals of an event where their stations stand. */
final class StationReader {
    /** More stations than any array on the ground has. */
    private static final long MOST_STATIONS = 100_000;

    private final DataService data;

    StationReader(DataService data) {
        this.data = data;
    }

    /** Empty if the table has no stations, or the event has none with a signal. */
    Optional<Stations> read(Release release, PublishedTable table, Map<String, @Nullable Object> values) {
        StationColumns columns = StationColumns.of(release, table).orElse(null);
        if (columns == null || !(values.get(columns.signal().name()) instanceof List<?> signals)) {
            return Optional.empty();
        }
        Map<Object, Place> places = new LinkedHashMap<>();
        places(release, columns).forEach(p -> places.put(p.id(), p));
        List<?> ids = list(values, columns.id());
        List<?> xs = list(values, columns.x());
        List<?> ys = list(values, columns.y());
        List<?> times = list(values, columns.time());
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            Object id = i < ids.size() && ids.get(i) != null ? ids.get(i) : (Object) (long) i;
            Double x = number(xs, i);
            Double y = number(ys, i);
            Place known = places.get(id);
            if (x == null && known != null) {
                x = known.x();
                y = known.y();
            }
            if (x != null && y != null) {
                hits.add(new Hit(id, x, y, number(signals, i), number(times, i)));
            }
        }
        PublishedColumn time = columns.time();
        return Optional.of(new Stations(
                columns.component(),
                columns.signal().name(),
                columns.signal().unit().symbol(),
                time == null ? null : time.name(),
                time == null ? null : time.unit().symbol(),
                columns.unit(),
                List.copyOf(places.values()),
                hits,
                showers(table, values, columns.unit())));
    }

    private List<Place> places(Release release, StationColumns columns) {
        StationColumns.Geometry geometry = columns.geometry();
        if (geometry == null || columns.x() != null) {
            return List.of();
        }
        var ref = new TableRef(release.collection().id(), geometry.table().name(), release.name());
        var request = new RowsRequest(
                "",
                List.of(geometry.id().name(), geometry.x().name(), geometry.y().name()),
                List.of(),
                MOST_STATIONS,
                0);
        List<Place> places = new ArrayList<>();
        try (RowStream rows = data.rows(ref, request)) {
            RowValues.of(rows).forEach(row -> {
                Object id = row.get(geometry.id().name());
                if (id != null
                        && row.get(geometry.x().name()) instanceof Number x
                        && row.get(geometry.y().name()) instanceof Number y) {
                    places.add(new Place(id, x.doubleValue(), y.doubleValue()));
                }
            });
        }
        return places;
    }

    /** Cores and directions that components give in the unit of the positions. */
    private static List<Shower> showers(PublishedTable table, Map<String, @Nullable Object> values, String unit) {
        List<Shower> found = new ArrayList<>();
        for (PublishedTable.Component component : table.components()) {
            Double x = value(table, values, component.name(), "pos.cartesian.x", unit);
            Double y = value(table, values, component.name(), "pos.cartesian.y", unit);
            if (x != null && y != null) {
                found.add(new Shower(
                        component.name(),
                        x,
                        y,
                        value(table, values, component.name(), "pos.az.zd", "deg"),
                        value(table, values, component.name(), "pos.az.azi", "deg")));
            }
        }
        return found;
    }

    private static @Nullable Double value(
            PublishedTable table, Map<String, @Nullable Object> values, String component, String ucd, String unit) {
        return table.columns().stream()
                .filter(c -> component.equals(c.component())
                        && c.shape().isScalar()
                        && c.ucd().words().startsWith(ucd)
                        && c.unit().symbol().equals(unit))
                .findFirst()
                .map(c -> values.get(c.name()) instanceof Number n ? n.doubleValue() : null)
                .orElse(null);
    }

    private static List<?> list(Map<String, @Nullable Object> values, @Nullable PublishedColumn column) {
        return column != null && values.get(column.name()) instanceof List<?> list ? list : List.of();
    }

    private static @Nullable Double number(List<?> list, int i) {
        return i < list.size() && list.get(i) instanceof Number n && Double.isFinite(n.doubleValue())
                ? n.doubleValue()
                : null;
    }
}
