package org.heralddata.query.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.duckdb.DuckDBChunkedResult;

/** Asks DuckDB on a worker, and waits for the answer. */
record Questions(DuckDb database, Staff staff) {

    /** Reads an answer on a worker. */
    interface Answer<T> {
        T read(ResultSet result) throws SQLException;
    }

    /** Reads an answer of many rows on a worker. */
    interface VectorAnswer<T> {
        T read(DuckDBChunkedResult result) throws SQLException;
    }

    <T> T ask(String sql, Answer<T> answer) {
        var query = new Query(database, sql);
        Workers workers = staff.here();
        return workers.await(
                workers.start(() -> {
                    try (query;
                            ResultSet result = query.open()) {
                        return answer.read(result);
                    }
                }),
                query::cancel);
    }

    <T> T askInVectors(String sql, VectorAnswer<T> answer) {
        var query = new Query(database, sql);
        Workers workers = staff.here();
        return workers.await(
                workers.start(() -> {
                    try (query) {
                        return answer.read(query.chunks());
                    }
                }),
                query::cancel);
    }
}
