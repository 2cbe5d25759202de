package org.heralddata.descriptor.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heralddata.descriptor.draft.Quantity.Kind;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.unit.Unit;

/** Finds what makes a row an event: key, time, direction, energy. Each role is a line of YAML. */
final class DraftRoles {
    private static final Unit SECOND = new Unit("s");
    private static final Unit NANOSECOND = new Unit("ns");
    private static final Unit DAY = new Unit("d");
    private static final Unit ANGLE = new Unit("deg");
    private static final Unit ELECTRONVOLT = new Unit("eV");

    private final DraftTable table;
    private final List<DraftColumn> columns;

    DraftRoles(DraftTable table, List<DraftColumn> columns) {
        this.table = table;
        this.columns = columns;
    }

    /** Lines such as {@code time: {mjd: mjd, scale: utc}} and comments on what could not be mapped. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        key().ifPresent(lines::add);
        Optional<String> time = time();
        time.ifPresent(lines::add);
        lines.addAll(direction());
        energy().ifPresent(lines::add);
        return lines;
    }

    private Optional<String> key() {
        return own(Kind.EVENT)
                .map(event -> own(Kind.RUN)
                        .map(run -> "key: [%s, %s]".formatted(run.name(), event.name()))
                        .orElse("key: " + event.name()));
    }

    private Optional<String> time() {
        Optional<String> nanoseconds =
                own(Kind.NANOSECONDS).filter(c -> c.unit().equals(NANOSECOND)).map(c -> ", nanoseconds: " + c.name());
        return in(Kind.UNIX_SECONDS, SECOND)
                .map(c -> "time: {seconds: %s%s, scale: utc}".formatted(c.name(), nanoseconds.orElse("")))
                .or(() -> in(Kind.GPS_SECONDS, SECOND)
                        .map(c -> "time: {gps: %s%s}".formatted(c.name(), nanoseconds.orElse(""))))
                .or(() -> in(Kind.MJD, DAY).map(c -> "time: {mjd: %s, scale: %s}".formatted(c.name(), scale())))
                .or(() -> in(Kind.ELAPSED, SECOND)
                        .filter(c -> !table.told("MJDREFI", "MJDREF").isEmpty())
                        .map(c -> "time: {elapsed: %s}".formatted(c.name())));
    }

    private String scale() {
        String told = table.told("TIMESYS").toLowerCase(Locale.ROOT);
        return List.of("utc", "tai", "tt", "tdb").contains(told) ? told : "utc";
    }

    private List<String> direction() {
        Optional<DraftColumn> ra = in(Kind.RA, ANGLE);
        Optional<DraftColumn> dec = in(Kind.DEC, ANGLE);
        if (ra.isPresent() && dec.isPresent()) {
            return List.of("direction: {ra: %s, dec: %s}"
                    .formatted(ra.get().name(), dec.get().name()));
        }
        Optional<DraftColumn> l = in(Kind.GLON, ANGLE);
        Optional<DraftColumn> b = in(Kind.GLAT, ANGLE);
        if (l.isPresent() && b.isPresent()) {
            return List.of("direction: {l: %s, b: %s}"
                    .formatted(l.get().name(), b.get().name()));
        }
        Optional<DraftColumn> zenith = any(Kind.ZENITH);
        Optional<DraftColumn> azimuth = any(Kind.AZIMUTH);
        if (zenith.isPresent() && azimuth.isPresent()) {
            return List.of(
                    "# With the collection's `site` and the table's `time`, local angles become positions on the sky:",
                    "# direction: {zenith: %s, azimuth: %s, azimuth_from: north, azimuth_to: east}"
                            .formatted(zenith.get().published(), azimuth.get().published()));
        }
        return List.of();
    }

    private Optional<String> energy() {
        return any(Kind.LOG_ENERGY)
                .filter(c -> c.unit().isLogarithmic())
                .or(() -> any(Kind.ENERGY))
                .filter(c -> isNumber(c) && !c.unit().equals(Unit.NONE))
                .flatMap(this::energy);
    }

    private Optional<String> energy(DraftColumn column) {
        String symbol = column.unit().symbol();
        if (column.unit().isCommensurable(ELECTRONVOLT)) {
            return Optional.of(
                    "energy: {column: %s, unit: %s}".formatted(column.published(), DraftText.quoted(symbol)));
        }
        if (symbol.startsWith("log(") && column.unit().isCommensurable(new Unit("log(eV)"))) {
            String inner = symbol.substring(4, symbol.length() - 1);
            return Optional.of("energy: {column: %s, scale: log10, unit: %s}"
                    .formatted(column.published(), DraftText.quoted(inner)));
        }
        return Optional.empty();
    }

    private Optional<DraftColumn> own(Kind kind) {
        return columns.stream()
                .filter(c -> c.component().isEmpty() && kind(c) == kind)
                .findFirst();
    }

    private Optional<DraftColumn> any(Kind kind) {
        return columns.stream().filter(c -> kind(c) == kind).findFirst();
    }

    /** A scalar number of the event itself whose unit fits the role. */
    private Optional<DraftColumn> in(Kind kind, Unit unit) {
        return columns.stream()
                .filter(c -> c.component().isEmpty() && kind(c) == kind && isNumber(c))
                .filter(c -> unit.equals(ANGLE)
                        ? c.unit().isCommensurable(unit)
                        : c.unit().equals(unit))
                .findFirst();
    }

    private boolean isNumber(DraftColumn column) {
        return table.columns().stream()
                .filter(c -> c.name().equals(column.source()))
                .findFirst()
                .filter(c -> c.shape().isScalar() && isNumber(c.type()))
                .isPresent();
    }

    private static boolean isNumber(ColumnType type) {
        return type.isNumeric();
    }

    private static Kind kind(DraftColumn column) {
        String name = ColumnName.snake(column.source());
        String bare = column.component().isEmpty()
                ? name
                : name.substring(column.component().length() + 1);
        return Quantity.named(bare).map(Quantity::kind).orElse(Kind.OTHER);
    }
}
