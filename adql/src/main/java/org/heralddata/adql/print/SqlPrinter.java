package org.heralddata.adql.print;

import org.heralddata.adql.typed.Statement;

/** Prints resolved queries in one dialect. Stateless, safe for many threads. */
public final class SqlPrinter {
    private final Dialect dialect;

    public SqlPrinter(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * The SQL of a query. Columns come in the order of the query's, by position; timestamps as BIGINT of nanoseconds since
     * 1970, geometries as lists of DOUBLE.
     *
     * @param limit at most so many rows; negative for all that the query asks for
     */
    public String print(Statement statement, Relations relations, long limit) {
        return new Printing(dialect, relations).queries.statement(statement, limit);
    }
}
