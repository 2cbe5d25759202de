package org.heralddata.adql.prepare;

import org.heralddata.adql.Limits;
import org.heralddata.adql.parse.QueryParser;
import org.heralddata.adql.print.Dialect;
import org.heralddata.adql.print.Relations;
import org.heralddata.adql.print.SqlPrinter;
import org.heralddata.adql.resolve.Resolver;
import org.heralddata.adql.schema.Schema;
import org.heralddata.adql.typed.Statement;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;

/** ADQL for one dialect. Stateless, safe for many threads. */
public final class Adql {
    private final SqlPrinter printer;
    private final Limits limits;

    public Adql(Dialect dialect) {
        this(dialect, Limits.DEFAULT);
    }

    public Adql(Dialect dialect, Limits limits) {
        printer = new SqlPrinter(dialect);
        this.limits = limits;
    }

    /**
     * What a query means.
     *
     * @throws Refusal with all mistakes found, each with its place
     */
    public Statement check(String query, Schema schema) {
        return Resolver.resolve(query, QueryParser.parse(query, limits), schema);
    }

    /**
     * A query as SQL.
     *
     * @param limit at most so many rows; negative for all that the query asks for
     * @throws Refusal with all mistakes found, each with its place
     */
    public PreparedQuery prepare(String query, Schema schema, Relations relations, long limit) {
        Statement statement = check(query, schema);
        return new PreparedQuery(
                printed(query, statement, relations, limit), statement.query().columns(), statement.used(), statement);
    }

    /** What only shows when it is printed, such as its length, is of the whole query. */
    private String printed(String query, Statement statement, Relations relations, long limit) {
        try {
            return printer.print(statement, relations, limit);
        } catch (Refusal refusal) {
            var whole = new Location.InQuery(query, 0, Math.max(1, query.strip().length()));
            throw new Refusal(refusal.diagnostics().getFirst().at(whole), refusal);
        }
    }
}
