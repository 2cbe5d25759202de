package org.heralddata.query.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * A DuckDB in this process that reads the warehouse and nothing else: no network, no extensions, no other folder, no change
 * of settings. Its connections are lent out and taken back. Safe for many threads.
 */
final class DuckDb implements AutoCloseable {
    private final DuckDBConnection root;
    private final ConcurrentLinkedDeque<DuckDBConnection> idle = new ConcurrentLinkedDeque<>();

    DuckDb(EngineOptions options) {
        var properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        try {
            Files.createDirectories(options.temporary());
            root = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", properties);
            try (Statement statement = root.createStatement()) {
                for (String setting : settings(options)) {
                    statement.execute(setting);
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("DuckDB cannot be started", failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** In this order: what is locked cannot be set after. */
    private static List<String> settings(EngineOptions options) {
        var settings = new ArrayList<String>();
        settings.add("SET threads = " + options.threads());
        settings.add("SET memory_limit = '%dMB'".formatted(options.memoryMb()));
        settings.add("SET temp_directory = " + Sql.text(options.temporary().toString()));
        settings.add("SET max_temp_directory_size = '50GB'");
        settings.add("SET TimeZone = 'UTC'");
        settings.add("SET parquet_metadata_cache = true");
        // groups by two or three codes of linked views: an array of 2^22 counts is faster than a hash table
        settings.add("SET perfect_ht_threshold = 22");
        settings.add("SET late_materialization_max_rows = " + Copy.FEW);
        settings.add("SET autoinstall_known_extensions = false");
        settings.add("SET autoload_known_extensions = false");
        settings.add("SET allow_community_extensions = false");
        settings.add(options.readable().stream()
                .map(Path::toAbsolutePath)
                .map(folder -> Sql.text(folder + "/"))
                .collect(Collectors.joining(", ", "SET allowed_directories = [", "]")));
        settings.add("SET enable_external_access = false");
        settings.add("SET lock_configuration = true");
        return settings;
    }

    DuckDBConnection borrow() throws SQLException {
        DuckDBConnection connection = idle.poll();
        return connection != null ? connection : root.duplicate();
    }

    void giveBack(DuckDBConnection connection) {
        idle.push(connection);
    }

    @Override
    public void close() {
        try {
            for (DuckDBConnection connection : idle) {
                connection.close();
            }
            root.close();
        } catch (SQLException failed) {
            throw new IllegalStateException("DuckDB cannot be stopped", failed);
        }
    }
}
