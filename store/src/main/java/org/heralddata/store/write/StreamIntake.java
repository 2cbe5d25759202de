package org.heralddata.store.write;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBFunctions;
import org.heralddata.model.table.Batch;

/**
 * Hands batches to a running {@code INSERT} as it asks for them. For scalar columns: DuckDB's Java functions cannot return
 * lists.
 */
final class StreamIntake implements Intake {
    private final BatchQueue queue = new BatchQueue();
    private final FutureTask<Boolean> inserting;

    /** @param relation an empty table with the fields of the columns */
    StreamIntake(DuckDBConnection connection, String relation, List<StoredColumn> columns) throws SQLException {
        List<FieldFiller> fillers = fillers(columns);
        String function = relation + "_rows";
        try (var builder = DuckDBFunctions.tableFunction()) {
            builder.withName(function)
                    .withFunction(new RowsFunction(queue, fillers))
                    .register(connection);
        }
        List<String> expressions = new ArrayList<>();
        for (int i = 0; i < fillers.size(); i++) {
            expressions.add(fillers.get(i).expression(i));
        }
        String insert = "INSERT INTO %s SELECT %s FROM %s()"
                .formatted(Sql.quote(relation), String.join(", ", expressions), Sql.quote(function));
        this.inserting = new FutureTask<>(() -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(insert);
            } finally {
                queue.refuseMore();
            }
        });
        Thread.ofPlatform().name(function).daemon().start(inserting);
    }

    @Override
    public void append(Batch batch) throws SQLException {
        try {
            if (!queue.put(batch)) {
                result(); // throws why the insertion has ended
                throw new IllegalStateException("the insertion ended before the rows did");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while writing", e);
        }
    }

    @Override
    public void finish() throws SQLException {
        queue.end();
        result();
    }

    @Override
    public void abandon() {
        queue.abandon();
        try {
            result();
        } catch (SQLException | RuntimeException e) {
            // That it fails is what was wanted.
        }
    }

    private void result() throws SQLException {
        try {
            inserting.get();
        } catch (InterruptedException e) {
            queue.abandon();
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while writing", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new SQLException(String.valueOf(cause.getMessage()), cause);
        }
    }

    private static List<FieldFiller> fillers(List<StoredColumn> columns) {
        List<FieldFiller> fillers = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            List<StoredField> fields = columns.get(i).fields();
            for (int j = 0; j < fields.size(); j++) {
                fillers.add(new FieldFiller(i, fields.get(j), j == 1));
            }
        }
        return fillers;
    }
}
