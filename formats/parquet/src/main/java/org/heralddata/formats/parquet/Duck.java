package org.heralddata.formats.parquet;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** An in-memory DuckDB that may touch the paths named, and nothing else: no network, no extensions, no other files. */
final class Duck {

    private Duck() {}

    /**
     * @param setting {@code allowed_paths} or {@code allowed_directories}
     * @param path    what it names
     * @param memory  DuckDB's own limit, such as {@code 512MB}
     * @param spill   folder for what does not fit; empty for none
     */
    static DuckDBConnection open(String setting, String path, String memory, String spill) throws SQLException {
        var properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        var connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", properties);
        try (Statement statement = connection.createStatement()) {
            for (String command : List.of(
                    "SET temp_directory = " + text(spill),
                    "SET memory_limit = " + text(memory),
                    "SET autoinstall_known_extensions = false",
                    "SET autoload_known_extensions = false",
                    "SET allow_community_extensions = false",
                    "SET TimeZone = 'UTC'",
                    "SET %s = [%s]".formatted(setting, text(path)),
                    "SET enable_external_access = false",
                    "SET lock_configuration = true")) {
                statement.execute(command);
            }
            return connection;
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    /** A text literal. */
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** A name as it is, whatever letters it has. */
    static String name(String value) {
        return "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
