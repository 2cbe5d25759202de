package org.heralddata.store.write;

/**
 * A field of a Parquet file.
 *
 * @param kind of the elements
 * @param levels of lists in a cell, of fixed or varying length: 0 of a scalar; further dimensions of a level are not kept
 */
public record StoredField(String name, Kind kind, int levels) {

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
        return Sql.quote(name) + " " + kind.duckdb() + "[]".repeat(levels);
    }

    boolean isList() {
        return levels > 0;
    }
}
