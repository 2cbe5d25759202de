package org.heralddata.accounts.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.heralddata.store.database.Database;
import org.jspecify.annotations.Nullable;

/** Asks the database, one statement a transaction. Safe for many threads. */
record Rows(Supplier<DataSource> database) {
    private static final String TAKEN = "23505";
    private static final String MISSING = "23503";

    /**
     * Runs a query, or a change that returns rows.
     *
     * @throws org.heralddata.model.diagnostic.Refusal if the database is away
     */
    <T> List<T> ask(String sql, Reader<T> reader, @Nullable Object... values) {
        try (Connection connection = database.get().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            try (ResultSet result = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (result.next()) {
                    found.add(reader.read(result));
                }
                return found;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    <T> Optional<T> one(String sql, Reader<T> reader, @Nullable Object... values) {
        return ask(sql, reader, values).stream().findFirst();
    }

    /** Runs a change; how many rows it changed. */
    int change(String sql, @Nullable Object... values) {
        try (Connection connection = database.get().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static RuntimeException failed(SQLException e) {
        return switch (String.valueOf(e.getSQLState())) {
            case TAKEN -> new Taken(e);
            case MISSING -> new Missing(e);
            default -> Database.away(e);
        };
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case String[] texts -> statement.setArray(i + 1, connection.createArrayOf("text", texts));
                case Instant time -> statement.setTimestamp(i + 1, Timestamp.from(time));
                case null, default -> statement.setObject(i + 1, values[i]);
            }
        }
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /** Of a column that is never null. */
    static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** Makes something of the row that a result stands at. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A key is taken already. */
    static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Taken(SQLException cause) {
            super(cause);
        }
    }

    /** A row that is pointed at is not there. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Missing(SQLException cause) {
            super(cause);
        }
    }
}
