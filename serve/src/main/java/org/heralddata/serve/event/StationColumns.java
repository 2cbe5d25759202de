package org.heralddata.serve.event;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table are signals of stations: lists of equal length within one component, known by their UCDs.
 *
 * <p>Stations are named by a list with {@code meta.id;instr.det}. They stand where lists with {@code pos.cartesian.x} and
 * {@code pos.cartesian.y} beside it say, or where another table of the collection says: one row a station, with columns of the
 * same three UCDs.
 *
 * @param id       null if stations are not named
 * @param x        list beside {@code id}; null if {@code geometry} says where they stand
 * @param signal   what was left in them: the first list of numbers that is nothing of the others
 * @param geometry table of stations; null if there is none
 */
record StationColumns(
        String component,
        @Nullable PublishedColumn id,
        @Nullable PublishedColumn x,
        @Nullable PublishedColumn y,
        PublishedColumn signal,
        @Nullable PublishedColumn time,
        @Nullable Geometry geometry) {

    /** A table of stations with its columns. */
    record Geometry(PublishedTable table, PublishedColumn id, PublishedColumn x, PublishedColumn y) {}

    private static final String ID = "meta.id";
    private static final String DETECTOR = "instr.det";
    private static final String X = "pos.cartesian.x";
    private static final String Y = "pos.cartesian.y";

    /** Of the first component that has them. */
    static Optional<StationColumns> of(Release release, PublishedTable table) {
        Geometry geometry = release.tables().stream()
                .filter(t -> !t.name().equals(table.name()))
                .flatMap(t -> geometry(t).stream())
                .findFirst()
                .orElse(null);
        return table.components().stream()
                .flatMap(c -> of(table, c.name(), geometry).stream())
                .findFirst();
    }

    private static Optional<StationColumns> of(PublishedTable table, String component, @Nullable Geometry geometry) {
        List<PublishedColumn> lists = table.columns().stream()
                .filter(c -> component.equals(c.component())
                        && c.shape().levels() == 1
                        && !c.shape().isScalar())
                .toList();
        PublishedColumn id = first(lists, c -> isStation(c));
        PublishedColumn x = first(lists, c -> c.ucd().words().startsWith(X));
        PublishedColumn y = first(lists, c -> c.ucd().words().startsWith(Y));
        PublishedColumn time = first(lists, c -> c.ucd().words().startsWith("time"));
        PublishedColumn signal = first(
                lists,
                c -> c.type().isNumeric()
                        && !c.equals(id)
                        && !c.equals(time)
                        && !c.ucd().words().startsWith("pos"));
        boolean placed = x != null && y != null;
        if (signal == null || (!placed && (id == null || geometry == null))) {
            return Optional.empty();
        }
        return Optional.of(
                new StationColumns(component, id, placed ? x : null, placed ? y : null, signal, time, geometry));
    }

    private static Optional<Geometry> geometry(PublishedTable table) {
        List<PublishedColumn> cells =
                table.columns().stream().filter(c -> c.shape().isScalar()).toList();
        PublishedColumn id = first(cells, StationColumns::isStation);
        PublishedColumn x = first(cells, c -> c.ucd().words().startsWith(X));
        PublishedColumn y = first(cells, c -> c.ucd().words().startsWith(Y));
        return id == null || x == null || y == null ? Optional.empty() : Optional.of(new Geometry(table, id, x, y));
    }

    private static boolean isStation(PublishedColumn column) {
        String words = column.ucd().words();
        return words.startsWith(ID) && words.contains(DETECTOR);
    }

    private static @Nullable PublishedColumn first(List<PublishedColumn> columns, Predicate<PublishedColumn> which) {
        return columns.stream().filter(which).findFirst().orElse(null);
    }

    /** The unit of the positions. */
    String unit() {
        PublishedColumn at = x != null ? x : geometry == null ? null : geometry.x();
        return at == null ? "" : at.unit().symbol();
    }
}
