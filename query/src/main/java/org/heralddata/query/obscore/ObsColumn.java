package org.heralddata.query.obscore;

import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of observations.
 *
 * @param utype     without its prefix {@code obscore:}
 * @param xtype     null if none
 * @param principal true if a client should show it unasked
 */
public record ObsColumn(
        Column column, @Nullable String utype, @Nullable String xtype, boolean principal) {

    static ObsColumn of(
            String name,
            ColumnType type,
            String unit,
            String ucd,
            @Nullable String utype,
            boolean principal,
            String description) {
        var column = new Column(
                name, type, Shape.SCALAR, unit.isEmpty() ? null : unit, ucd.isEmpty() ? null : ucd, description);
        String xtype = switch (name) {
            case "s_region" -> "adql:REGION";
            case "obs_release_date" -> "timestamp";
            default -> null;
        };
        return new ObsColumn(column, utype, xtype, principal);
    }
}
