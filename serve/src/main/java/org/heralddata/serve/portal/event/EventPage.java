package org.heralddata.serve.portal.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.adql.schema.Names;
import org.heralddata.serve.event.Event;
import org.heralddata.serve.event.EventGroups;
import org.heralddata.serve.portal.Addresses;
import org.heralddata.serve.portal.Figures;
import org.jspecify.annotations.Nullable;

/**
 * One event as the portal shows it.
 *
 * @param newest whether it is of the newest release
 * @param site   address of the server without the last slash
 */
public record EventPage(Event event, boolean newest, String site) {
    private static final int SHOWN = 6;

    public List<Event.Group> groups() {
        return EventGroups.of(event);
    }

    /** Components that the event lacks, as a sentence; empty if it has all. */
    public String lacking() {
        List<String> names = EventGroups.lacking(event);
        return names.isEmpty() ? "" : "Not seen by " + String.join(", ", names) + ".";
    }

    /** What identifies it for people: {@code run 5, ev 12}, else the beginning of its UUID. */
    public String title() {
        List<String> parts = event.table().columns().stream()
                .filter(c -> c.ucd().words().startsWith("meta.id")
                        && !c.name().equals("uuid")
                        && c.shape().isScalar()
                        && event.values().get(c.name()) != null)
                .map(c -> c.name() + " " + event.values().get(c.name()))
                .limit(3)
                .toList();
        return parts.isEmpty()
                ? event.uuid().substring(0, Math.min(8, event.uuid().length()))
                : String.join(", ", parts);
    }

    /** When it was, to the nanosecond; empty if it has no time. */
    public String time() {
        String column = event.table().common().time();
        return column == null || event.values().get(column) == null
                ? ""
                : String.valueOf(event.values().get(column)).replace('T', ' ').replace("Z", " UTC");
    }

    /** Another event of the selection; empty if there is none. */
    public String neighbour(@Nullable String uuid, int step) {
        return uuid == null ? "" : address(uuid) + query(event.index() + step);
    }

    private String address(String uuid) {
        return shop() + "/events/" + uuid;
    }

    private String query(long at) {
        var out = new StringBuilder("?at=" + at);
        if (!event.where().isBlank()) {
            out.append("&where=").append(Addresses.encoded(event.where()));
        }
        return newest
                ? out.toString()
                : out.append("&release=").append(event.release().name()).toString();
    }

    /** The data shop of its table. */
    public String shop() {
        return Addresses.shop(event.release().collection().id(), event.table().name());
    }

    /** The data shop with the selection that it was reached from. */
    public String selection() {
        return shop() + query(0).replaceFirst("\\?at=0&?", "?").replaceFirst("\\?$", "");
    }

    /** The same as JSON. */
    public String api() {
        return Addresses.api(event.release().collection().id(), event.table().name()) + "/events/" + event.uuid()
                + (newest ? "" : "?release=" + event.release().name());
    }

    /** This event alone, as a query; empty of an older release. */
    public String adql() {
        return newest
                ? "SELECT *\nFROM %s.%s\nWHERE uuid = '%s'"
                        .formatted(
                                Names.written(event.release().collection().id().value()),
                                Names.written(event.table().name()),
                                event.uuid())
                : "";
    }

    /** A value as text; lists begin only. */
    public static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double d -> Figures.number(d);
            case Float f -> Figures.number(Double.parseDouble(f.toString()));
            case Boolean b -> b ? "yes" : "no";
            case List<?> list -> list(list);
            default -> value.toString();
        };
    }

    private static String list(List<?> list) {
        String first = String.join(
                ", ",
                list.subList(0, Math.min(SHOWN, list.size())).stream()
                        .map(EventPage::text)
                        .toList());
        return list.size() <= SHOWN ? "[" + first + "]" : "[" + first + ", …] " + list.size() + " values";
    }

    public static boolean isNumber(@Nullable Object value) {
        return value instanceof Number;
    }

    /** What scripts draw: the stations, and lists of numbers that are none of theirs. */
    Map<String, @Nullable Object> drawn() {
        List<Map<String, @Nullable Object>> traces = new ArrayList<>();
        var stations = event.stations();
        for (var column : event.table().columns()) {
            boolean taken = stations != null && stations.component().equals(column.component());
            if (!taken
                    && column.type().isNumeric()
                    && event.values().get(column.name()) instanceof List<?> list
                    && list.size() > SHOWN) {
                Map<String, @Nullable Object> trace = new LinkedHashMap<>();
                trace.put("name", column.name());
                trace.put("unit", column.unit().symbol());
                trace.put("description", column.description());
                trace.put("values", list);
                traces.add(trace);
            }
        }
        Map<String, @Nullable Object> drawn = new LinkedHashMap<>();
        drawn.put("title", title());
        drawn.put("time", time());
        drawn.put("collection", event.release().collection().title());
        drawn.put("release", event.release().name());
        drawn.put("uuid", event.uuid());
        drawn.put("stations", stations);
        drawn.put("traces", traces);
        return drawn;
    }
}
