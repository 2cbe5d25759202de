package org.heralddata.store.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.store.AccessRegister;
import org.heralddata.store.database.Database;
import org.jspecify.annotations.Nullable;

/** The table {@code access_rule}, written. */
public final class StoredAccess implements AccessRegister {
    private static final String SET = """
            insert into access_rule (collection, release, group_path, until) values (?, ?, ?, ?)
            on conflict (collection, release) do update
            set group_path = excluded.group_path, until = excluded.until, changed = now()
            """;
    private static final String OPEN = "delete from access_rule where collection = ? and release = ?";
    private static final String CHANGED = "update access_state set revision = revision + 1";

    private final DataSource database;
    private final Runnable changed;

    /** @param changed told after each change of this process */
    public StoredAccess(DataSource database, Runnable changed) {
        this.database = database;
        this.changed = changed;
    }

    @Override
    public void restrict(CollectionId collection, @Nullable String release, Access.Restricted rule) {
        change(SET, collection.value(), release == null ? "" : release, rule.group(), rule.until());
    }

    @Override
    public boolean open(CollectionId collection, @Nullable String release) {
        return change(OPEN, collection.value(), release == null ? "" : release) > 0;
    }

    /** In one transaction with the revision, so that nobody reads the one without the other. */
    private int change(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement rule = connection.prepareStatement(sql);
                    PreparedStatement revision = connection.prepareStatement(CHANGED)) {
                for (int i = 0; i < values.length; i++) {
                    rule.setObject(i + 1, values[i]);
                }
                int rows = rule.executeUpdate();
                revision.executeUpdate();
                connection.commit();
                changed.run();
                return rows;
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }
}
