package org.heralddata.model.catalogue;

import java.util.Objects;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A column of a release.
 *
 * @param name       lower-case letters, digits and underscores; with its component's name in front: {@code array_e}
 * @param component  the detector component that it belongs to; null if it is of the event itself
 * @param declared   the range that the curator holds to be valid; null if none
 * @param computed   true if Herald made it ({@code uuid}, {@code ra} from local coordinates …), false if it was in the files
 * @param access     who may have its values, besides what holds for the table and the collection
 */
public record PublishedColumn(
        String name,
        ColumnType type,
        Shape shape,
        Unit unit,
        Ucd ucd,
        String description,
        @Nullable String component,
        @Nullable Range declared,
        boolean computed,
        ColumnStatistics statistics,
        Access access) {

    public PublishedColumn {
        access = Objects.requireNonNullElse(access, Access.OPEN); // releases of before columns could be restricted
    }

    /** A column that everyone may have. */
    public PublishedColumn(
            String name,
            ColumnType type,
            Shape shape,
            Unit unit,
            Ucd ucd,
            String description,
            @Nullable String component,
            @Nullable Range declared,
            boolean computed,
            ColumnStatistics statistics) {
        this(name, type, shape, unit, ucd, description, component, declared, computed, statistics, Access.OPEN);
    }

    /** The same under another restriction, with what is known of its values. */
    public PublishedColumn with(Access restriction, ColumnStatistics told) {
        return new PublishedColumn(
                name, type, shape, unit, ucd, description, component, declared, computed, told, restriction);
    }

    /** The column as an export declares it. */
    public Column toColumn() {
        return new Column(
                name, type, shape, blankToNull(unit.symbol()), blankToNull(ucd.words()), blankToNull(description));
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
