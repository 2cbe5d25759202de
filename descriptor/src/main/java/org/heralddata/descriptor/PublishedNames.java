package org.heralddata.descriptor;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heralddata.model.descriptor.DirectionMapping;
import org.heralddata.model.descriptor.TimeMapping;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.unit.Unit;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** The columns that a table publishes, or the fields of files, by the names that roles and queries use. For one table. */
final class PublishedNames {
    private static final Set<String> COMPUTED = Set.of("uuid", "time", "time_ns", "ra", "dec", "healpix");

    private final Problems problems;
    private final String whole;
    private final String part;
    private final Map<String, Published> columns = new LinkedHashMap<>();
    private final Set<String> components = new LinkedHashSet<>();

    /**
     * A column.
     *
     * @param place where its name stands
     * @param unit  null if it was wrong
     */
    record Published(Node place, @Nullable Unit unit) {}

    PublishedNames(Problems problems) {
        this(problems, "the table", "column");
    }

    /**
     * @param whole what the names are of, such as {@code the table}
     * @param part  what they name, such as {@code column}
     */
    PublishedNames(Problems problems, String whole, String part) {
        this.problems = problems;
        this.whole = whole;
        this.part = part;
    }

    void column(String name, Node place, @Nullable Unit unit) {
        if (columns.putIfAbsent(name, new Published(place, unit)) != null) {
            problems.error(
                    DescriptorCode.REPEATED_NAME,
                    place,
                    "%s has two %ss named `%s`".formatted(whole, part, name),
                    "named before",
                    part.equals("column") ? "with a component, the name is `<component>_<column>`" : null);
        }
    }

    void component(String name) {
        components.add(name);
    }

    /** The unit of a column; null, and told if the column is not there, where none is known. */
    @Nullable
    Unit require(Text name, String role) {
        Published column = columns.get(name.value());
        if (column == null) {
            String nearest = Nearest.help(name.value(), columns.keySet());
            String all = columns.isEmpty() ? null : part + "s: " + String.join(", ", columns.keySet());
            problems.error(
                    DescriptorCode.UNKNOWN_COLUMN,
                    name.node(),
                    "%s names a %s `%s` that %s does not publish".formatted(role, part, name.value(), whole),
                    null,
                    nearest != null
                            ? nearest
                            : !part.equals("column")
                                    ? all
                                    : "roles name columns as published, with their component in front");
            return null;
        }
        return column.unit();
    }

    /** Names that Herald gives itself are free only for the columns that these would repeat. */
    void checkReserved(@Nullable TimeMapping time, @Nullable DirectionMapping direction, List<Text> key) {
        columns.forEach((name, column) -> {
            String help = reserved(name, time, direction, key);
            if (help != null) {
                problems.error(
                        DescriptorCode.RESERVED_NAME,
                        column.place(),
                        "Herald itself publishes a column `%s`".formatted(name),
                        "reserved",
                        help);
            }
        });
    }

    private @Nullable String reserved(
            String name, @Nullable TimeMapping time, @Nullable DirectionMapping direction, List<Text> key) {
        if (name.startsWith("has_") && components.contains(name.substring(4))) {
            return "it tells whether an event has the component";
        }
        if (!COMPUTED.contains(name)) {
            return null;
        }
        return switch (name) {
            case "uuid" ->
                key.size() == 1 && key.getFirst().value().equals("uuid")
                        ? null
                        : "write `key: uuid` if these are the events' own UUIDs; else take another name";
            case "ra", "dec" ->
                direction instanceof DirectionMapping.Equatorial(var ra, var dec)
                                && ra.equals("ra")
                                && dec.equals("dec")
                        ? null
                        : "map it with `direction: {ra: ra, dec: dec}` if it is that; else take another name";
            case "time" ->
                time instanceof TimeMapping.Iso iso && iso.iso().equals("time")
                        ? null
                        : "take another name, such as `time_s`, and map it in `time:`";
            default -> "take another name";
        };
    }
}
