package org.heralddata.store.files;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.heralddata.model.files.FileCollection;
import org.heralddata.store.database.Database;
import org.heralddata.store.database.Recent;

/**
 * The collections of files, kept in memory because every page asks for them. What this
 * process changes is seen at once, what others change within half a second.
 */
final class KeptCollections {
    private final DataSource database;
    private final Recent<List<FileCollection>> recent = new Recent<>(List.of(), _ -> ask());

    KeptCollections(DataSource database) {
        this.database = database;
    }

    /** By id. */
    List<FileCollection> all() {
        return recent.get();
    }

    /** Has the next call ask the database. */
    void expire() {
        recent.expire();
    }

    private List<FileCollection> ask() {
        String query = "select %s from file_collection order by collection".formatted(FileRows.COLLECTION_COLUMNS);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet result = statement.executeQuery()) {
            List<FileCollection> found = new ArrayList<>();
            while (result.next()) {
                found.add(FileRows.collection(result));
            }
            return List.copyOf(found);
        } catch (SQLException away) {
            throw Database.away(away);
        }
    }
}
