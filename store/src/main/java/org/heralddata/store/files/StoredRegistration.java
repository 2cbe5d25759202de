package org.heralddata.store.files;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileChange;
import org.heralddata.model.files.FileContent;
import org.heralddata.model.files.FileState;
import org.heralddata.model.files.TimeSpan;
import org.heralddata.store.FileRegistration;
import org.heralddata.store.FileScanStart;
import org.heralddata.store.StoreDiagnostic;
import org.heralddata.store.database.Database;
import org.jspecify.annotations.Nullable;

/** Registers files over a session of its own, whose advisory lock ends with it and so with the process. */
public final class StoredRegistration implements FileRegistration {
    private static final String UPSERT = """
            insert into catalogued_file as f (id, collection, path, name, format, bytes, modified, sha256, state, broken, time_start,
                time_stop, run, instrument, rows, tables, fields, notes, rules, first_seen, changed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?::jsonb, ?::json, ?, now(), now())
            on conflict (collection, path) do update set format = excluded.format, bytes = excluded.bytes,
                modified = excluded.modified, sha256 = excluded.sha256, state = excluded.state, broken = excluded.broken,
                time_start = excluded.time_start, time_stop = excluded.time_stop, run = excluded.run,
                instrument = excluded.instrument, rows = excluded.rows, tables = excluded.tables,
                fields = excluded.fields, notes = excluded.notes, rules = excluded.rules, changed = excluded.changed
            """;

    private final Connection connection;
    private final CollectionId collection;
    private final String software;
    private final String rules;
    private final Runnable changed;

    private StoredRegistration(Connection connection, FileScanStart scan, Runnable changed) {
        this.connection = connection;
        collection = scan.about().id();
        software = scan.software();
        rules = scan.rules();
        this.changed = changed;
    }

    /**
     * @param changed is told of each change that others see now
     * @throws Refusal if another process registers files of the collection
     */
    public static StoredRegistration begin(Database database, FileScanStart scan, Runnable changed) {
        try {
            Connection connection = database.ownConnection();
            try {
                CollectionId id = scan.about().id();
                if (!locked(connection, id)) {
                    throw new Refusal(Diagnostic.error(
                                    StoreDiagnostic.FILES_BUSY,
                                    "files of `%s` are being registered by another process".formatted(id))
                            .helped("wait until it is done, or end that process"));
                }
                announce(connection, scan);
                changed.run();
                connection.setAutoCommit(false);
                return new StoredRegistration(connection, scan, changed);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }

    private static boolean locked(Connection connection, CollectionId id) throws SQLException {
        UUID name = UUID.nameUUIDFromBytes(("herald files " + id).getBytes(StandardCharsets.UTF_8));
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, name.getMostSignificantBits());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    private static void announce(Connection connection, FileScanStart scan) throws SQLException {
        String upsert = """
                insert into file_collection as c (collection, about, fields, descriptor, folder, software, scanned, revision)
                values (?, ?::json, ?::json, ?, ?, ?, now(), 1)
                on conflict (collection) do update set about = excluded.about, fields = excluded.fields,
                    descriptor = excluded.descriptor, folder = excluded.folder, software = excluded.software, scanned = now(),
                    revision = c.revision + case when c.about::text = excluded.about::text
                        and c.fields::text = excluded.fields::text then 0 else 1 end
                """;
        try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            statement.setString(1, scan.about().id().value());
            statement.setString(2, FileJson.write(scan.about()));
            statement.setString(3, FileJson.writeFields(scan.fields()));
            statement.setString(4, FileJson.clean(scan.descriptor()));
            statement.setString(5, scan.folder());
            statement.setString(6, scan.software());
            statement.executeUpdate();
        }
    }

    @Override
    public Map<String, Known> known() {
        String query = "select path, bytes, modified, sha256, state, rules from catalogued_file where collection = ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setFetchSize(10_000);
            statement.setString(1, collection.value());
            Map<String, Known> known = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    var content = new FileContent(row.getLong(2), FileRows.instant(row.getLong(3)), row.getString(4));
                    known.put(row.getString(1), new Known(content, FileState.of(row.getString(5)), row.getString(6)));
                }
            }
            connection.commit();
            return known;
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }

    @Override
    public void register(List<Seen> files) {
        transaction(!files.isEmpty(), () -> {
            try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
                for (Seen file : files) {
                    fill(upsert, file);
                    upsert.addBatch();
                }
                upsert.executeBatch();
            }
            try (PreparedStatement note = connection.prepareStatement(
                    "insert into file_event (file, at, change, bytes, sha256, software) values (?, now(), ?, ?, ?, ?)")) {
                for (Seen file : files) {
                    note.setObject(1, CataloguedFile.idOf(collection, FileJson.clean(file.path())));
                    note.setString(2, file.change().label());
                    note.setLong(3, file.content().bytes());
                    note.setString(4, file.content().sha256());
                    note.setString(5, software);
                    note.addBatch();
                }
                note.executeBatch();
            }
        });
    }

    private void fill(PreparedStatement row, Seen file) throws SQLException {
        String path = FileJson.clean(file.path());
        TimeSpan span = file.metadata().span();
        int at = 1;
        row.setObject(at++, CataloguedFile.idOf(collection, path));
        row.setString(at++, collection.value());
        row.setString(at++, path);
        row.setString(at++, path.substring(path.lastIndexOf('/') + 1));
        row.setString(at++, file.metadata().format());
        row.setLong(at++, file.content().bytes());
        row.setLong(at++, FileRows.nanoseconds(file.content().modified()));
        row.setString(at++, file.content().sha256());
        row.setString(at++, file.state().label());
        row.setBoolean(at++, file.state() == FileState.BROKEN);
        set(row, at++, span == null ? null : span.start());
        set(row, at++, span == null ? null : span.stop());
        set(row, at++, file.metadata().run());
        String instrument = file.metadata().instrument();
        row.setString(at++, instrument == null ? null : FileJson.clean(instrument));
        set(row, at++, file.metadata().rows());
        row.setString(at++, FileJson.writeTables(file.metadata().tables()));
        row.setString(at++, FileJson.writeValues(file.metadata().fields()));
        row.setString(at++, FileJson.writeNotes(file.metadata().notes()));
        row.setString(at, rules);
    }

    private static void set(PreparedStatement row, int at, @Nullable Long value) throws SQLException {
        if (value == null) {
            row.setNull(at, Types.BIGINT);
        } else {
            row.setLong(at, value);
        }
    }

    @Override
    public void touched(Map<String, FileContent> files) {
        transaction(!files.isEmpty(), () -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update catalogued_file set modified = ?, changed = now() where collection = ? and path = ?")) {
                for (var file : files.entrySet()) {
                    update.setLong(1, FileRows.nanoseconds(file.getValue().modified()));
                    update.setString(2, collection.value());
                    update.setString(3, FileJson.clean(file.getKey()));
                    update.addBatch();
                }
                update.executeBatch();
            }
        });
    }

    @Override
    public void returned(List<String> paths) {
        setState(paths, "case when broken then 'broken' else 'present' end", FileChange.RETURNED);
    }

    @Override
    public void vanished(List<String> paths) {
        setState(paths, "'vanished'", FileChange.VANISHED);
    }

    private void setState(List<String> paths, String state, FileChange change) {
        String update = """
                with gone as (update catalogued_file set state = %s, changed = now()
                    where collection = ? and path = any (?) returning id, bytes, sha256)
                insert into file_event (file, at, change, bytes, sha256, software)
                select id, now(), ?, bytes, sha256, ? from gone
                """.formatted(state);
        transaction(!paths.isEmpty(), () -> {
            try (PreparedStatement statement = connection.prepareStatement(update)) {
                statement.setString(1, collection.value());
                statement.setObject(2, paths.stream().map(FileJson::clean).toArray(String[]::new));
                statement.setString(3, change.label());
                statement.setString(4, software);
                statement.executeUpdate();
            }
        });
    }

    private void transaction(boolean anything, Work work) {
        if (!anything) {
            return;
        }
        try {
            try (PreparedStatement revise = connection.prepareStatement(
                    "update file_collection set revision = revision + 1, scanned = now() where collection = ?")) {
                revise.setString(1, collection.value());
                revise.executeUpdate();
            }
            work.run();
            connection.commit();
            changed.run();
        } catch (SQLException e) {
            rollBack(e);
            throw Database.away(e);
        }
    }

    private void rollBack(SQLException cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
            try (Statement unlock = connection.createStatement()) {
                unlock.execute("select pg_advisory_unlock_all()");
            }
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }
}
