package org.heralddata.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the database. Values are bound in their order; arrays of text and numbers as arrays of the database. */
public interface Statements {

    /**
     * Runs a query, or a change that returns rows.
     *
     * @throws org.heralddata.model.diagnostic.Refusal if the database is away
     */
    <T> List<T> ask(String sql, Reader<T> reader, @Nullable Object... values);

    /** Runs a change; how many rows it changed. */
    int change(String sql, @Nullable Object... values);

    /** Makes something of the row that a result stands at. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
