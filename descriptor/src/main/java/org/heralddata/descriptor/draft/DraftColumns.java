package org.heralddata.descriptor.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.heralddata.descriptor.draft.DraftSample.Extent;
import org.heralddata.descriptor.draft.Quantity.Kind;
import org.heralddata.model.table.Column;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.jspecify.annotations.Nullable;

/** Names and explains the columns of a table. */
final class DraftColumns {
    private static final Set<String> DETECTORS = Set.of(
            "array",
            "grande",
            "calorimeter",
            "calor",
            "lopes",
            "combined",
            "stations",
            "hiscore",
            "iact",
            "rex",
            "tunka");
    private static final Set<String> AXES = Set.of("x", "y", "z");
    private static final Set<String> RESERVED = Set.of("uuid", "time", "time_ns", "ra", "dec", "healpix");
    private static final Unit ANGLE = new Unit("deg");
    private static final Unit HOUR_ANGLE = new Unit("15deg");
    private static final Unit LOG_ELECTRONVOLT = new Unit("log(eV)");
    private static final Set<Kind> ANGLES = Set.of(Kind.RA, Kind.DEC, Kind.GLON, Kind.GLAT, Kind.ZENITH, Kind.AZIMUTH);

    private final DraftTable table;
    private final Set<String> components;

    private DraftColumns(DraftTable table) {
        this.table = table;
        this.components = components(table.columns());
    }

    static List<DraftColumn> of(DraftTable table) {
        return new DraftColumns(table).read();
    }

    private List<DraftColumn> read() {
        boolean equatorial = has(Kind.RA) && has(Kind.DEC);
        var names = new ColumnName();
        var columns = new ArrayList<DraftColumn>();
        for (Column column : table.columns()) {
            String snake = ColumnName.snake(column.name());
            String component = prefix(snake);
            String bare = components.contains(component) ? snake.substring(component.length() + 1) : snake;
            String of = components.contains(component) ? component : "";
            Quantity quantity = Quantity.named(bare).orElse(null);
            Kind kind = quantity == null ? Kind.OTHER : quantity.kind();
            String free = freed(bare, of, kind, equatorial);
            String published = names.unique(of.isEmpty() ? free : of + "_" + free);
            String name = of.isEmpty() ? published : published.substring(of.length() + 1);
            columns.add(explained(column, name, of, quantity, kind));
        }
        return columns;
    }

    private boolean has(Kind kind) {
        return table.columns().stream()
                .filter(c -> c.shape().isScalar() && c.type().isNumeric())
                .filter(c -> Quantity.named(ColumnName.snake(c.name()))
                        .filter(q -> q.kind() == kind)
                        .isPresent())
                .anyMatch(c -> unit(c, kind).isCommensurable(ANGLE) || isHours(c, kind));
    }

    private static String freed(String bare, String component, Kind kind, boolean equatorial) {
        if (component.isEmpty() && equatorial && (kind == Kind.RA || kind == Kind.DEC)) {
            return bare;
        }
        boolean reserved = component.isEmpty() && (RESERVED.contains(bare) || bare.startsWith("has_"));
        return reserved ? bare + "_file" : bare;
    }

    private DraftColumn explained(
            Column column, String name, String component, @Nullable Quantity quantity, Kind kind) {
        Extent extent = table.sample().extent(column.name());
        String stated = column.unit() == null ? "" : column.unit();
        boolean hours = isHours(column, kind);
        Unit unit = hours ? ANGLE : unit(column, kind);
        var comments = new ArrayList<String>();
        boolean guessed = stated(column).isEmpty() && !unit.equals(Unit.NONE);
        if (hours) {
            comments.add("the file has hours");
        }
        if (extent != null && column.type().isNumeric()) {
            comments.add("values " + plain(extent.min()) + " to " + plain(extent.max()));
        }
        if (guessed) {
            comments.add("unit guessed from the values");
        }
        if (!stated.isBlank() && Unit.fromFile(stated).isEmpty()) {
            comments.add("the file's unit is `" + stated.strip() + "`");
        }
        if (!column.shape().isScalar()) {
            comments.add("a list a row, shape " + column.shape());
        }
        Ucd ucd = column.ucd() == null
                ? quantity == null ? Ucd.NONE : quantity.ucd()
                : Ucd.fromFile(column.ucd()).orElse(quantity == null ? Ucd.NONE : quantity.ucd());
        String description =
                column.description() != null && !column.description().isBlank()
                        ? column.description().strip()
                        : quantity == null ? "Column " + column.name() + " of the file" : quantity.description();
        return new DraftColumn(
                name,
                component,
                column.name(),
                unit,
                hours ? HOUR_ANGLE : guessed ? unit : null,
                ucd,
                description,
                String.join("; ", comments));
    }

    /** What the file says, else what name and values tell. */
    private Unit unit(Column column, Kind kind) {
        Extent extent = table.sample().extent(column.name());
        return stated(column).orElseGet(() -> extent == null ? Unit.NONE : guess(kind, extent));
    }

    private static Optional<Unit> stated(Column column) {
        String unit = column.unit() == null ? "" : column.unit();
        return Unit.fromFile(unit).filter(u -> !u.equals(Unit.NONE));
    }

    /** Right ascension in hours: the unit reads as one of time. */
    private static boolean isHours(Column column, Kind kind) {
        return kind == Kind.RA && stated(column).equals(Optional.of(new Unit("h")));
    }

    private static Unit guess(Kind kind, Extent extent) {
        double most = Math.max(Math.abs(extent.min()), Math.abs(extent.max()));
        if (ANGLES.contains(kind)) {
            return most <= 2 * Math.PI + 1e-3 ? new Unit("rad") : most <= 360.001 ? ANGLE : Unit.NONE;
        }
        return switch (kind) {
            case LOG_ENERGY -> extent.min() > 8 && most < 22 ? LOG_ELECTRONVOLT : Unit.NONE;
            case UNIX_SECONDS, GPS_SECONDS -> new Unit("s");
            case NANOSECONDS -> new Unit("ns");
            case MJD -> new Unit("d");
            default -> Unit.NONE;
        };
    }

    /** Prefixes that are detectors' names, or share two or more of their columns' names with another prefix. */
    private static Set<String> components(List<Column> columns) {
        Map<String, Set<String>> rests = new HashMap<>();
        for (Column column : columns) {
            String snake = ColumnName.snake(column.name());
            String prefix = prefix(snake);
            if (!prefix.isEmpty()) {
                rests.computeIfAbsent(prefix, p -> new TreeSet<>()).add(snake.substring(prefix.length() + 1));
            }
        }
        Set<String> components = new HashSet<>();
        rests.forEach((prefix, rest) -> {
            boolean alike = rests.entrySet().stream()
                    .filter(other -> !other.getKey().equals(prefix))
                    .anyMatch(other -> rest.stream()
                                    .filter(r -> !AXES.contains(r)
                                            && other.getValue().contains(r))
                                    .count()
                            >= 2);
            boolean valid = rest.stream().allMatch(r -> Character.isLetter(r.charAt(0)));
            if (rest.size() >= 2 && valid && (alike || DETECTORS.contains(prefix))) {
                components.add(prefix);
            }
        });
        return components;
    }

    private static String prefix(String snake) {
        int end = snake.indexOf('_');
        return end < 1 || end == snake.length() - 1 || end > 32 ? "" : snake.substring(0, end);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.6g", value);
    }
}
