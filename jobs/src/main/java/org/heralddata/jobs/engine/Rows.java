package org.heralddata.jobs.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.heralddata.jobs.Statements;
import org.heralddata.store.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database, one statement a transaction unless said otherwise. A database that says nothing for 20 s counts as away, so that nobody
 * waits for one whose network was lost. Safe for many threads.
 */
public record Rows(Supplier<DataSource> database) implements Statements {
    private static final int SILENCE_MS = 20_000;

    @Override
    public <T> List<T> ask(String sql, Reader<T> reader, @Nullable Object... values) {
        try (Connection connection = connect()) {
            return ask(connection, sql, reader, values);
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }

    @Override
    public int change(String sql, @Nullable Object... values) {
        try (Connection connection = connect()) {
            return change(connection, sql, values);
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }

    /**
     * Runs statements in one transaction, at the isolation level READ COMMITTED.
     *
     * @throws RuntimeException of the work; then nothing was done
     */
    public <T> T transaction(Function<Statements, T> work) {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try {
                T done = work.apply(new Transaction(connection));
                connection.commit();
                return done;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = database.get().getConnection();
        connection.setNetworkTimeout(Runnable::run, SILENCE_MS);
        return connection;
    }

    private static <T> List<T> ask(Connection connection, String sql, Reader<T> reader, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            try (ResultSet result = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (result.next()) {
                    found.add(reader.read(result));
                }
                return found;
            }
        }
    }

    private static int change(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            return statement.executeUpdate();
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case String[] texts -> statement.setArray(i + 1, connection.createArrayOf("text", texts));
                case Long[] numbers -> statement.setArray(i + 1, connection.createArrayOf("int8", numbers));
                case Integer[] numbers -> statement.setArray(i + 1, connection.createArrayOf("int4", numbers));
                case Double[] numbers -> statement.setArray(i + 1, connection.createArrayOf("float8", numbers));
                case null, default -> statement.setObject(i + 1, values[i]);
            }
        }
    }

    private record Transaction(Connection connection) implements Statements {

        @Override
        public <T> List<T> ask(String sql, Reader<T> reader, @Nullable Object... values) {
            try {
                return Rows.ask(connection, sql, reader, values);
            } catch (SQLException e) {
                throw Database.away(e);
            }
        }

        @Override
        public int change(String sql, @Nullable Object... values) {
            try {
                return Rows.change(connection, sql, values);
            } catch (SQLException e) {
                throw Database.away(e);
            }
        }
    }
}
