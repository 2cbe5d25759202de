package org.heralddata.query.engine;

/** Prints names and values of DuckDB's SQL. */
final class Sql {

    private Sql() {}

    static String name(String column) {
        return "\"" + column.replace("\"", "\"\"") + "\"";
    }

    static String text(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("DuckDB has no strings with a zero character");
        }
        return "'" + value.replace("'", "''") + "'";
    }

    static String real(double value) {
        return "'" + Double.toString(value) + "'::DOUBLE";
    }
}
