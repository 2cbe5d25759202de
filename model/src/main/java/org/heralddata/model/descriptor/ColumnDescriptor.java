package org.heralddata.model.descriptor;

import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.Range;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A column to publish.
 *
 * @param name        lower-case letters, digits and underscores, starting with a letter; without the component's name
 * @param source      where its values come from
 * @param unit        the unit published
 * @param sourceUnit  the unit in the file where the file does not say, or says it wrongly; null to believe the file,
 *                    or, if that is silent, to take {@code unit}
 * @param range       valid values, in {@code unit}; null if not declared
 * @param type        the type published; null for the file's own
 * @param missing     a value that stands for "no value", as written in the file; null if there is none
 * @param access      who may have its values, besides what holds for the table and the collection
 */
public record ColumnDescriptor(
        String name,
        ColumnSource source,
        Unit unit,
        @Nullable Unit sourceUnit,
        Ucd ucd,
        @Nullable Range range,
        String description,
        @Nullable ColumnType type,
        @Nullable String missing,
        Access access) {

    /** A column that everyone may have. */
    public ColumnDescriptor(
            String name,
            ColumnSource source,
            Unit unit,
            @Nullable Unit sourceUnit,
            Ucd ucd,
            @Nullable Range range,
            String description,
            @Nullable ColumnType type,
            @Nullable String missing) {
        this(name, source, unit, sourceUnit, ucd, range, description, type, missing, Access.OPEN);
    }
}
