package org.heralddata.store.write;

/** Writes names and strings into DuckDB's SQL. */
final class Sql {

    private Sql() {}

    static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
