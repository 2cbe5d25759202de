package org.heralddata.store.publication;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.publication.Doi;
import org.heralddata.model.publication.DoiState;
import org.heralddata.store.PublicationRegister;
import org.heralddata.store.StoreDiagnostic;
import org.heralddata.store.database.Database;
import org.jspecify.annotations.Nullable;

/** The table {@code publication}, written. */
public final class StoredPublications implements PublicationRegister {
    private static final String CHANGED = "changed = now(), revision = nextval('publication_revision')";

    private final DataSource database;
    private final Runnable changed;

    /** @param changed told after each change of this process */
    public StoredPublications(DataSource database, Runnable changed) {
        this.database = database;
        this.changed = changed;
    }

    @Override
    public void doi(CollectionId collection, @Nullable String release, Doi doi, DoiState state) {
        String upsert = """
                insert into publication as p (collection, release, doi, doi_state, changed)
                select ?, ?, ?, ?, now()
                where not exists (
                    select from publication o
                    where lower(o.doi) = lower(?) and (o.collection, o.release) <> (?, ?))
                on conflict (collection, release) do update
                set doi = excluded.doi, doi_state = excluded.doi_state, %s
                where p.doi is null or lower(p.doi) = lower(excluded.doi)
                """.formatted(CHANGED);
        String name = release == null ? "" : release;
        int rows = execute(
                upsert, collection.value(), name, doi.name(), state.name(), doi.name(), collection.value(), name);
        if (rows == 0) {
            throw new Refusal(Diagnostic.error(
                            StoreDiagnostic.DOI_TAKEN,
                            "`%s` cannot get the DOI %s: it has another, or something else has this one"
                                    .formatted(release == null ? collection.value() : collection + " " + release, doi))
                    .helped("a DOI stays with what it was given to"));
        }
    }

    @Override
    public void withdraw(CollectionId collection, @Nullable String release, String reason) {
        execute("""
                insert into publication as p (collection, release, withdrawn, reason, changed)
                values (?, ?, now(), ?, now())
                on conflict (collection, release) do update
                set withdrawn = coalesce(p.withdrawn, excluded.withdrawn), reason = excluded.reason, %s
                """.formatted(CHANGED), collection.value(), release == null ? "" : release, reason);
    }

    @Override
    public void restore(CollectionId collection, @Nullable String release) {
        execute("""
                update publication set withdrawn = null, reason = null, %s
                where collection = ? and release = ? and withdrawn is not null
                """.formatted(CHANGED), collection.value(), release == null ? "" : release);
    }

    @Override
    public Instant since(String digest) {
        String upsert = """
                insert into node_state as n (digest, since) values (?, now())
                on conflict (only_row) do update
                set since = case when n.digest = excluded.digest then n.since else excluded.since end,
                    digest = excluded.digest
                returning since
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(upsert)) {
            statement.setString(1, digest);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getObject(1, OffsetDateTime.class).toInstant();
            }
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }

    private int execute(String sql, String... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            int rows = statement.executeUpdate();
            changed.run();
            return rows;
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }
}
