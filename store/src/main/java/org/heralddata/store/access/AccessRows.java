package org.heralddata.store.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionId;
import org.jspecify.annotations.Nullable;

/** The table {@code access_rule}, read. */
public final class AccessRows {

    private AccessRows() {}

    /** @param release null for the collection as a whole */
    public record Subject(CollectionId collection, @Nullable String release) {}

    /** Changes with every change of whichever row; rises. */
    public static long revision(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select revision from access_state")) {
            result.next();
            return result.getLong(1);
        }
    }

    public static Map<Subject, Access> all(Connection connection) throws SQLException {
        Map<Subject, Access> rules = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select collection, release, group_path, until from access_rule")) {
            while (row.next()) {
                String release = row.getString("release");
                rules.put(
                        new Subject(new CollectionId(row.getString("collection")), release.isEmpty() ? null : release),
                        new Access.Restricted(row.getString("group_path"), row.getObject("until", LocalDate.class)));
            }
        }
        return Map.copyOf(rules);
    }
}
