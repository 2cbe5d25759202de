package org.heralddata.app;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server that is no home's, as one of somebody's own would be; by the binaries that come with Herald. It can be stopped and started. */
public final class OwnPostgres implements AutoCloseable {
    private final Path folder;
    private @Nullable Home host;

    private OwnPostgres(Path folder) {
        this.folder = folder;
    }

    public static OwnPostgres start(Path folder) {
        var server = new OwnPostgres(folder);
        server.start();
        return server;
    }

    /** As after {@link #stop}, with the same data; at another port. */
    public void start() {
        host = Home.open(folder);
        pool();
    }

    /** Returns when it has ended. */
    public void stop() {
        if (host != null) {
            host.close();
            host = null;
        }
    }

    private HikariDataSource pool() {
        if (host == null) {
            throw new IllegalStateException("it is stopped");
        }
        return (HikariDataSource) host.database();
    }

    public int port() {
        return URI.create(pool().getJdbcUrl().substring("jdbc:".length())).getPort();
    }

    /** A database by name, made if need be, by way of a port. */
    public String url(String database, int port) throws SQLException {
        HikariDataSource server = pool();
        try (Connection connection = server.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select from pg_database where datname = '" + database + "'")) {
            if (!found.next()) {
                statement.execute("create database " + database);
            }
        }
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
                .formatted(port, database, server.getUsername(), server.getPassword());
    }

    /** What a statement gives, each row as a text. */
    public List<String> ask(String database, String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (Connection connection = java.sql.DriverManager.getConnection(url(database, port()));
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(String.valueOf(result.getString(1)));
            }
        }
        return rows;
    }

    @Override
    public void close() {
        stop();
    }
}
