package org.heralddata.store.release;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Release;

/** The table {@code release}. */
final class ReleaseRows {

    private ReleaseRows() {}

    /** Changes with every release of whichever collection; rises. */
    static long newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select coalesce(max(id), 0) from release")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** All releases, oldest first. */
    static List<StoredRelease> all(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select content, layout from release order by id")) {
            return read(result);
        }
    }

    /** Those of a collection, oldest first. */
    static List<StoredRelease> of(Connection connection, CollectionId collection) throws SQLException {
        String query = "select content, layout from release where collection = ? order by sequence";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, collection.value());
            try (ResultSet result = statement.executeQuery()) {
                return read(result);
            }
        }
    }

    static void insert(Connection connection, StoredRelease stored) throws SQLException {
        Release release = stored.release();
        String insert = """
                insert into release (collection, name, sequence, created, content, layout)
                values (?, ?, ?, ?, ?::json, ?::json)
                """;
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, release.collection().id().value());
            statement.setString(2, release.name());
            statement.setInt(3, release.sequence());
            statement.setObject(4, release.created().atOffset(ZoneOffset.UTC));
            statement.setString(5, ReleaseJson.write(release));
            statement.setString(6, ReleaseJson.write(stored.layout()));
            statement.executeUpdate();
        }
    }

    private static List<StoredRelease> read(ResultSet result) throws SQLException {
        List<StoredRelease> releases = new ArrayList<>();
        while (result.next()) {
            releases.add(new StoredRelease(
                    ReleaseJson.release(result.getString(1)), ReleaseJson.layout(result.getString(2))));
        }
        return releases;
    }
}
