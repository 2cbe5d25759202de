package org.heralddata.store.write;

/**
 * A field of a Parquet file.
 *
 * @param kind of the elements
 * @param list whether a cell is a list of elements, of fixed or varying length; dimensions beyond the first are not kept
 */
public record StoredField(String name, Kind kind, boolean list) {

    /** Types that Iceberg, DuckDB, Trino and Spark understand alike. */
    public enum Kind {
        BOOLEAN("BOOLEAN"),
        INT("INTEGER"),
        LONG("BIGINT"),
        /** Unsigned integers of 64 bits. */
        DECIMAL20("DECIMAL(20,0)"),
        FLOAT("FLOAT"),
        DOUBLE("DOUBLE"),
        STRING("VARCHAR"),
        BINARY("BLOB"),
        /** Microseconds of UTC, without a zone, so that no session's zone changes what is shown. */
        TIMESTAMP("TIMESTAMP");

        private final String duckdb;

        Kind(String duckdb) {
            this.duckdb = duckdb;
        }

        /** The type in DuckDB. */
        public String duckdb() {
            return duckdb;
        }
    }

    String declaration() {
        return Sql.quote(name) + " " + kind.duckdb() + (list ? "[]" : "");
    }
}
