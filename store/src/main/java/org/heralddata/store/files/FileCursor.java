package org.heralddata.store.files;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileCollection;
import org.heralddata.store.FileCatalogue;
import org.heralddata.store.database.Database;
import org.jspecify.annotations.Nullable;

/** Files as the database sends them, some hundred at a time. */
final class FileCursor implements FileCatalogue.Cursor {
    private static final int FETCH = 500;

    private final Connection connection;
    private final PreparedStatement statement;
    private final ResultSet result;
    private final Map<String, FileCollection> collections = new HashMap<>();

    private FileCursor(Connection connection, PreparedStatement statement, ResultSet result) {
        this.connection = connection;
        this.statement = statement;
        this.result = result;
    }

    static FileCursor open(DataSource database, String query, List<?> values, List<FileCollection> collections) {
        try {
            Connection connection = database.getConnection();
            try {
                connection.setAutoCommit(false); // without it the driver fetches all rows at once
                PreparedStatement statement = connection.prepareStatement(query);
                statement.setFetchSize(FETCH);
                StoredFiles.bind(statement, values);
                var cursor = new FileCursor(connection, statement, statement.executeQuery());
                collections.forEach(c -> cursor.collections.put(c.about().id().value(), c));
                return cursor;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }

    @Override
    public @Nullable CataloguedFile next() {
        try {
            return result.next()
                    ? FileRows.file(result, Objects.requireNonNull(collections.get(result.getString("collection"))))
                    : null;
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }

    @Override
    public void close() {
        try (connection;
                statement;
                result) {
            result.close();
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }
}
