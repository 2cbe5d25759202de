package org.heralddata.query.engine;

import org.heralddata.model.catalogue.SortOrder;

/**
 * A table in DuckDB's own format, attached to the engine.
 *
 * @param identity of the table, as in {@link Source}
 * @param database the name it is attached by
 * @param bySky    rows are sorted by cell and numbered by {@link #ROW}; else they are in the order of the release
 */
record Copy(String identity, String database, boolean bySky, long bytes) {
    /** Column of the place that a row has in the release, from 1; no name of a published column begins so. */
    static final String ROW = "#row";

    /** The table within the file. */
    static final String ROWS = "rows_";

    /** Whether rows of a table are to be sorted by cell: a range of cells is then found without reading all. */
    static boolean bySky(Source source) {
        return source.table().common().healpix() != null && source.table().sort() != SortOrder.SKY;
    }

    String relation() {
        return database + "." + ROWS;
    }
}
