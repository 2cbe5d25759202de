package org.heralddata.query.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** A table in DuckDB's memory. */
final class DuckDbMemoryTable implements MemoryTable {
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final DuckDb database;
    private final Workers workers;
    private final String name = "memory_" + NUMBERS.incrementAndGet();
    private long rows;

    private DuckDbMemoryTable(DuckDb database, Workers workers) {
        this.database = database;
        this.workers = workers;
    }

    /** Reads all rows; on a worker, since it calls DuckDB. */
    static DuckDbMemoryTable of(DuckDb database, Workers workers, List<Column> columns, BatchSource source) {
        var table = new DuckDbMemoryTable(database, workers);
        workers.await(
                workers.start(() -> {
                    table.fill(columns, source);
                    return true;
                }),
                () -> {});
        return table;
    }

    private void fill(List<Column> columns, BatchSource source) throws SQLException {
        DuckDBConnection connection = database.borrow();
        try {
            var fields = new ArrayList<String>();
            for (int i = 0; i < columns.size(); i++) {
                fields.add("c" + (i + 1) + " " + type(columns.get(i)));
            }
            execute(connection, "CREATE TABLE " + name + " (" + String.join(", ", fields) + ")");
            try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, name)) {
                for (Batch batch = source.next(); batch != null; batch = source.next()) {
                    append(appender, columns, batch);
                    rows += batch.rows();
                }
            } catch (IOException unreadable) {
                execute(connection, "DROP TABLE " + name);
                throw new UncheckedIOException(unreadable);
            }
        } finally {
            database.giveBack(connection);
        }
    }

    private static void execute(DuckDBConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String type(Column column) {
        String type = column.type() == ColumnType.TIMESTAMP ? "TIMESTAMP_NS" : Relation.physical(column.type());
        return type + "[]".repeat(column.shape().levels());
    }

    private static void append(DuckDBAppender appender, List<Column> columns, Batch batch) throws SQLException {
        for (int row = 0; row < batch.rows(); row++) {
            appender.beginRow();
            for (int i = 0; i < columns.size(); i++) {
                append(appender, columns.get(i).type(), batch.vectors().get(i), row);
            }
            appender.endRow();
        }
    }

    private static void append(DuckDBAppender appender, ColumnType type, Vector vector, int row) throws SQLException {
        if (vector.isNull(row)) {
            appender.appendNull();
            return;
        }
        switch (vector) {
            case Vector.Longs longs -> append(appender, type, longs.values()[row]);
            case Vector.Doubles doubles -> {
                if (type == ColumnType.FLOAT32) {
                    appender.append((float) doubles.values()[row]);
                } else {
                    appender.append(doubles.values()[row]);
                }
            }
            case Vector.Strings strings -> appender.append(withoutZero(strings.values()[row]));
            case Vector.Blobs blobs -> appender.append(blobs.values()[row]);
            case Vector.Lists lists -> appender.append(list(type, lists, row));
        }
    }

    private static void append(DuckDBAppender appender, ColumnType type, long value) throws SQLException {
        switch (type) {
            case BOOL -> appender.append(value != 0);
            case TIMESTAMP -> appender.appendEpochNanos(value);
            case INT64, UINT32 -> appender.append(value);
            case UINT64 -> appender.append(new BigDecimal(Long.toUnsignedString(value)));
            default -> appender.append((int) value);
        }
    }

    /** DuckDB has no strings with a zero character. */
    private static @Nullable String withoutZero(@Nullable String text) {
        return text == null ? null : text.replace('\0', ' ');
    }

    private static List<@Nullable Object> list(ColumnType type, Vector.Lists lists, int row) {
        var list = new ArrayList<@Nullable Object>();
        Vector elements = lists.elements();
        for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
            list.add(elements.isNull(i) ? null : element(type, elements, i));
        }
        return list;
    }

    private static @Nullable Object element(ColumnType type, Vector elements, int i) {
        return switch (elements) {
            case Vector.Longs longs -> {
                long value = longs.values()[i];
                yield switch (type) {
                    case BOOL -> value != 0;
                    case INT64, UINT32 -> value;
                    case UINT64 -> new BigDecimal(Long.toUnsignedString(value));
                    case TIMESTAMP ->
                        java.time.LocalDateTime.ofEpochSecond(
                                Math.floorDiv(value, 1_000_000_000L),
                                (int) Math.floorMod(value, 1_000_000_000L),
                                java.time.ZoneOffset.UTC);
                    default -> (int) value;
                };
            }
            case Vector.Doubles doubles -> {
                if (type == ColumnType.FLOAT32) {
                    yield (float) doubles.values()[i];
                }
                yield doubles.values()[i];
            }
            case Vector.Strings strings -> withoutZero(strings.values()[i]);
            case Vector.Blobs blobs -> blobs.values()[i];
            case Vector.Lists inner -> list(type, inner, i);
        };
    }

    @Override
    public String relation() {
        return name;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void close() {
        workers.await(
                workers.start(() -> {
                    DuckDBConnection connection = database.borrow();
                    try {
                        execute(connection, "DROP TABLE IF EXISTS " + name);
                    } finally {
                        database.giveBack(connection);
                    }
                    return true;
                }),
                () -> {});
    }
}
