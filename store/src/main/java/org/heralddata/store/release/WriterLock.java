package org.heralddata.store.release;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.store.StoreDiagnostic;
import org.heralddata.store.database.Database;

/**
 * The right to make a release of a collection: an advisory lock of PostgreSQL, which ends with its session and so with its
 * process, however that ends. The release is committed on the same session: without the lock there is no commit.
 */
final class WriterLock implements AutoCloseable {
    private final Connection connection;

    private WriterLock(Connection connection) {
        this.connection = connection;
    }

    /** @throws Refusal if another has it, naming that one */
    static WriterLock take(Database database, CollectionId collection) {
        try {
            Connection connection = database.ownConnection();
            try {
                if (!locked(connection, collection)) {
                    throw busy(connection, collection);
                }
                sign(connection, collection);
                return new WriterLock(connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }

    /** The session that has the lock. */
    Connection connection() {
        return connection;
    }

    /** A session's end frees the lock too, but the server notices it some time later. */
    @Override
    public void close() {
        try (connection;
                Statement unlock = connection.createStatement()) {
            unlock.execute("select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }

    private static boolean locked(Connection connection, CollectionId collection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, number(collection));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    private static void sign(Connection connection, CollectionId collection) throws SQLException {
        String sign = """
                insert into release_writer (collection, holder, since) values (?, ?, now())
                on conflict (collection) do update set holder = excluded.holder, since = excluded.since
                """;
        try (PreparedStatement statement = connection.prepareStatement(sign)) {
            statement.setString(1, collection.value());
            statement.setString(
                    2,
                    "process %d of %s on %s"
                            .formatted(ProcessHandle.current().pid(), System.getProperty("user.name"), host()));
            statement.executeUpdate();
        }
    }

    private static Refusal busy(Connection connection, CollectionId collection) throws SQLException {
        String query =
                "select holder, to_char(since at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS') from release_writer where collection = ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, collection.value());
            try (ResultSet result = statement.executeQuery()) {
                String who = result.next()
                        ? "%s, since %s UTC".formatted(result.getString(1), result.getString(2))
                        : "another process";
                return new Refusal(Diagnostic.error(
                                StoreDiagnostic.COLLECTION_BUSY,
                                "a release of `%s` is being made by %s".formatted(collection, who))
                        .helped("wait until it is done, or end that process"));
            }
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this machine";
        }
    }

    private static long number(CollectionId collection) {
        byte[] name = ("herald release " + collection).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).getMostSignificantBits();
    }
}
