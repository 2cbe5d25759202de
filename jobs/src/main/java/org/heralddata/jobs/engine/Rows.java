package org.heralddata.jobs.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.heralddata.store.database.Database;
import org.jspecify.annotations.Nullable;

/** Asks the database, one statement a transaction. Safe for many threads. */
public record Rows(Supplier<DataSource> database) {

    /**
     * Runs a query, or a change that returns rows.
     *
     * @throws org.heralddata.model.diagnostic.Refusal if the database is away
     */
    public <T> List<T> ask(String sql, Reader<T> reader, @Nullable Object... values) {
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
            throw Database.away(e);
        }
    }

    /** Runs a change; how many rows it changed. */
    public int change(String sql, @Nullable Object... values) {
        try (Connection connection = database.get().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw Database.away(e);
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

    /** Makes something of the row that a result stands at. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
