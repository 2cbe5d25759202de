package org.heralddata.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.store.StoreDiagnostic;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL database of a home, with Herald's tables in it. Safe for many threads. */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 8;

    /** So long a statement may take; one that waits for a lost server ends then. */
    private static final String SILENCE_S = "60";

    /** What Iceberg asks are a few rows. */
    private static final String SHORT_SILENCE_S = "20";

    /** A server that was killed is back within a second, unless processes of its own linger. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private final HikariDataSource pool;
    private final @Nullable EmbeddedPostgres embedded;
    private final @Nullable Reviver reviver;
    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;

    private Database(
            String url, @Nullable String user, @Nullable String password, @Nullable EmbeddedPostgres embedded) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.embedded = embedded;
        reviver = embedded == null ? null : new Reviver(embedded, FIRST_PAUSE);
        this.pool = pool(url, user, password, reviver == null ? () -> {} : reviver::lost);
    }

    /**
     * Connects, starting the server that comes with Herald if none is given, and brings the tables up to date.
     *
     * @param folder  the home's {@code db}, which exists
     * @param jdbcUrl a server of the user's own
     * @throws Refusal if the database does not answer, or belongs to a newer Herald
     */
    public static Database open(Path folder, Optional<String> jdbcUrl) {
        Database database = jdbcUrl.isPresent() ? external(jdbcUrl.get()) : embedded(folder);
        try {
            Migrations.apply(database.pool, jdbc -> jdbc.dataSource(database.url, database.user, database.password));
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Pooled connections, in auto-commit. */
    public DataSource dataSource() {
        return pool;
    }

    /** A connection of one's own, outside the pool, such as for a lock that lasts. */
    public Connection ownConnection() throws SQLException {
        var properties = new java.util.Properties();
        if (user != null && password != null) {
            properties.setProperty("user", user);
            properties.setProperty("password", password);
        }
        properties.setProperty("tcpKeepAlive", "true");
        return java.sql.DriverManager.getConnection(url, properties);
    }

    /** What Iceberg's JDBC catalogue needs to connect. */
    public Map<String, String> connectionProperties() {
        return user == null || password == null
                ? Map.of("uri", url, "jdbc.socketTimeout", SHORT_SILENCE_S)
                : Map.of(
                        "uri",
                        url,
                        "jdbc.socketTimeout",
                        SHORT_SILENCE_S,
                        "jdbc.user",
                        user,
                        "jdbc.password",
                        password);
    }

    /** Why a database could not be asked, in words for a user. */
    public static Refusal away(SQLException cause) {
        return new Refusal(
                Diagnostic.error(
                                StoreDiagnostic.DATABASE_AWAY, "the database refused: %s".formatted(cause.getMessage()))
                        .helped("check that PostgreSQL runs; that of a home is started again by itself"),
                cause);
    }

    @Override
    public void close() {
        if (reviver != null) {
            reviver.close();
        }
        pool.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    private static Database embedded(Path folder) {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.attach(folder);
            try {
                return new Database(server.url(), server.user(), server.password(), server);
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
        } catch (IOException e) {
            throw new Refusal(
                    Diagnostic.error(
                                    StoreDiagnostic.DATABASE_START,
                                    "PostgreSQL did not start: %s".formatted(e.getMessage()),
                                    new Location.InFile(folder.toString(), null, -1))
                            .helped("check that the folder can be written and that there is space left"),
                    e);
        }
    }

    private static Database external(String url) {
        try {
            return new Database(url, null, null, null);
        } catch (HikariPool.PoolInitializationException e) {
            throw new Refusal(
                    Diagnostic.error(
                                    StoreDiagnostic.DATABASE_AWAY,
                                    "the database `%s` does not answer: %s".formatted(withoutSecrets(url), reason(e)))
                            .helped("the form is jdbc:postgresql://host:5432/database?user=NAME&password=SECRET"),
                    e);
        }
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return String.valueOf(root.getMessage());
    }

    private static String withoutSecrets(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    private static HikariDataSource pool(String url, @Nullable String user, @Nullable String password, Runnable lost) {
        var config = new HikariConfig();
        config.setPoolName("herald");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        // of a server whose machine or network was lost nothing is heard, not even an end
        config.addDataSourceProperty("socketTimeout", SILENCE_S);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new Pool(config, lost);
    }
}
