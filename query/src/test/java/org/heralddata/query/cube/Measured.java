package org.heralddata.query.cube;

import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.jspecify.annotations.Nullable;

/** Columns of which nothing is told but what values they hold. */
public final class Measured {
    private Measured() {}

    /** A column {@code x} whose values lie between these, and reach both. */
    public static PublishedColumn column(ColumnType type, double min, double max) {
        return of(type, min, max);
    }

    /** A column {@code x} without a value. */
    static PublishedColumn nothing(ColumnType type) {
        return of(type, null, null);
    }

    private static PublishedColumn of(ColumnType type, @Nullable Double min, @Nullable Double max) {
        return new PublishedColumn(
                "x",
                type,
                Shape.SCALAR,
                Unit.NONE,
                new Ucd(""),
                "",
                null,
                null,
                false,
                new ColumnStatistics(0, 0, 0, min, max));
    }
}
