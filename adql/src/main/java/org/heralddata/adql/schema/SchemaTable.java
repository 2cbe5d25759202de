package org.heralddata.adql.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param schema    name of its schema
 * @param columns   at least one
 * @param positions which columns are its sky positions; null if it has none
 * @param rows      how many; negative if not known
 */
public record SchemaTable(
        String schema,
        String name,
        List<SchemaColumn> columns,
        @Nullable Positions positions,
        long rows) {

    public SchemaTable {
        columns = List.copyOf(columns);
    }

    /**
     * Columns of positions, by their physical names. Right ascension 0 to 360 and declination in degrees, as {@code DOUBLE}.
     *
     * @param healpix column of the nested HEALPix index of order 29; null if there is none
     * @param sorted  true if rows are sorted by it, so that ranges of cells let the engine leave out most of them
     */
    public record Positions(String ra, String dec, @Nullable String healpix, boolean sorted) {}

    /** As users write it, in quotes where needed: {@code "air-showers".events}. */
    public String qualifiedName() {
        return Names.written(schema) + "." + Names.written(name);
    }
}
