package org.heralddata.query.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/** One statement on a connection of its own, which other threads may cancel at any moment. */
final class Query implements AutoCloseable {
    private static final String FORGOTTEN = "Invalid result set";

    private final DuckDb database;
    private final String sql;
    private @Nullable DuckDBConnection connection;
    private @Nullable Statement statement;
    private @Nullable DuckDBChunkedResult chunks;
    private boolean cancelled;

    Query(DuckDb database, String sql) {
        this.database = database;
        this.sql = sql;
    }

    /** Runs it, as far as its first rows. */
    ResultSet open() throws SQLException {
        Statement opened;
        synchronized (this) {
            connection = database.borrow();
            opened = connection.createStatement();
            statement = opened;
            if (cancelled) {
                throw new SQLException("INTERRUPT before the query began");
            }
        }
        return opened.executeQuery(sql);
    }

    /** Runs it, as far as its first rows, to be read as DuckDB's own vectors. */
    DuckDBChunkedResult chunks() throws SQLException {
        DuckDBConnection own;
        synchronized (this) {
            own = database.borrow();
            connection = own;
        }
        DuckDBPreparedStatement prepared = own.prepare(sql);
        synchronized (this) {
            statement = prepared;
            if (cancelled) {
                throw new SQLException("INTERRUPT before the query began");
            }
        }
        DuckDBChunkedResult opened = prepared.query();
        synchronized (this) {
            chunks = opened;
        }
        return opened;
    }

    /**
     * The reason for a failure. Of a result that streams, the driver forgets it; so the query runs once more, without giving
     * its rows.
     */
    SQLException reason(SQLException failure) throws SQLException {
        DuckDBConnection same;
        Statement again;
        synchronized (this) {
            if (cancelled
                    || connection == null
                    || !String.valueOf(failure.getMessage()).contains(FORGOTTEN)) {
                return cancelled ? new SQLException("INTERRUPT", failure) : failure;
            }
            same = connection;
            if (statement != null) {
                statement.close();
            }
            again = same.createStatement();
            statement = again;
        }
        try (ResultSet _ = again.executeQuery("EXPLAIN ANALYZE " + sql)) {
            return failure;
        } catch (SQLException told) {
            return told;
        }
    }

    /** Throws if it was cancelled. */
    synchronized void requireWanted() throws SQLException {
        if (cancelled) {
            throw new SQLException("INTERRUPT");
        }
    }

    synchronized void cancel() {
        cancelled = true;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException ended) {
                return; // a statement that has ended needs no cancelling
            }
        }
    }

    @Override
    public void close() throws SQLException {
        Statement ended;
        DuckDBConnection free;
        DuckDBChunkedResult rows;
        synchronized (this) {
            rows = chunks;
            chunks = null;
            ended = statement;
            free = connection;
            statement = null;
            connection = null;
        }
        if (rows != null) {
            rows.close();
        }
        if (ended != null) {
            ended.close();
        }
        if (free != null) {
            database.giveBack(free);
        }
    }
}
