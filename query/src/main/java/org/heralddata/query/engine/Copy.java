package org.heralddata.query.engine;

import org.heralddata.model.catalogue.SortOrder;

/**
 * A table in DuckDB's own format, attached to the engine.
 *
 * @param identity of the table, as in {@link Source}
 * @param database the name it is attached by
 * @param bySky    rows are sorted by cell and numbered by {@link #ROW}; else they are in the order of the release
 * @param sampled  rows of the sample; 0 if the table is so small that it has none
 */
record Copy(String identity, String database, boolean bySky, long bytes, long sampled) {
    /** Column of the place that a row has in the release, from 1; no name of a published column begins so. */
    static final String ROW = "#row";

    /** Column of the HEALPix cell of order {@link #CELL_ORDER}, in 16 bits; of tables with directions. */
    static final String CELL = "#cell";

    static final int CELL_ORDER = 6;

    /** The table within the file. */
    static final String ROWS = "rows_";

    /** The table of some of the rows, taken by a hash of their place. */
    static final String SAMPLE = "sample_";

    /** The table of the first rows of the release, in its order; empty where all rows are. */
    static final String HEAD = "head_";

    private static final long MOST_HEAD_ROWS = 1 << 14;

    /** So many rows are looked for in the head, and found by their numbers before their cells are read. */
    static final int FEW = 1_000;

    /** Rows of a sample, about; tables with fewer than four times as many have none. */
    static final long SAMPLE_ROWS = 1 << 20;

    /** Whether rows of a table are to be sorted by cell: a range of cells is then found without reading all. */
    static boolean bySky(Source source) {
        return source.table().common().healpix() != null && source.table().sort() != SortOrder.SKY;
    }

    String relation() {
        return database + "." + ROWS;
    }

    String head() {
        return database + "." + HEAD;
    }

    /** Where a first look reads: the sample, or all rows of a small table. */
    String sample() {
        return database + "." + (sampled > 0 ? SAMPLE : ROWS);
    }

    /** Rows of the head: of a small table only some, or it would be there twice. */
    static long headOf(Source source) {
        return Math.min(MOST_HEAD_ROWS, source.table().rows() / 8);
    }

    /** One of so many rows is in the sample; 0 if there is none. */
    static long sampleOf(Source source) {
        long rows = source.table().rows();
        return rows < 4 * SAMPLE_ROWS ? 0 : Math.ceilDiv(rows, SAMPLE_ROWS);
    }
}
