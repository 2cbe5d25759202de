package org.heralddata.store.publication;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.publication.Doi;
import org.heralddata.model.publication.DoiState;
import org.heralddata.model.publication.PublicState;
import org.heralddata.model.publication.Withdrawal;
import org.jspecify.annotations.Nullable;

/** The table {@code publication}, read. */
public final class PublicationRows {

    private PublicationRows() {}

    /** @param release null for the collection as a whole */
    public record Subject(CollectionId collection, @Nullable String release) {}

    /** Changes with every change of whichever row; rises. */
    public static long revision(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select coalesce(max(revision), 0) from publication")) {
            result.next();
            return result.getLong(1);
        }
    }

    public static Map<Subject, PublicState> all(Connection connection) throws SQLException {
        Map<Subject, PublicState> states = new HashMap<>();
        String select = "select collection, release, doi, doi_state, withdrawn, reason, changed from publication";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            while (row.next()) {
                String release = row.getString("release");
                states.put(
                        new Subject(new CollectionId(row.getString("collection")), release.isEmpty() ? null : release),
                        state(row));
            }
        }
        return Map.copyOf(states);
    }

    private static PublicState state(ResultSet row) throws SQLException {
        @Nullable String doi = row.getString("doi");
        @Nullable String state = row.getString("doi_state");
        @Nullable Instant withdrawn = instant(row, "withdrawn");
        return new PublicState(
                doi == null ? null : new Doi(doi),
                state == null ? null : DoiState.valueOf(state),
                withdrawn == null ? null : new Withdrawal(withdrawn, row.getString("reason")),
                instant(row, "changed"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
