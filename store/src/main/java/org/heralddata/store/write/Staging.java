package org.heralddata.store.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/** The DuckDB that sorts and writes the tables of one transaction. */
public final class Staging implements AutoCloseable {
    private final Path folder;
    private final DuckDBConnection duckdb;

    private Staging(Path folder, DuckDBConnection duckdb) {
        this.folder = folder;
        this.duckdb = duckdb;
    }

    /** @param folder for all that it writes; exists */
    public static Staging open(Path folder) throws IOException {
        Path spill = Files.createDirectories(folder.resolve("spill"));
        try {
            var duckdb = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            try (Statement settings = duckdb.createStatement()) {
                settings.execute("SET memory_limit = '1500MB'");
                settings.execute("SET temp_directory = " + Sql.literal(spill.toString()));
                settings.execute("SET autoinstall_known_extensions = false");
                settings.execute("SET autoload_known_extensions = false");
                settings.execute("SET allow_community_extensions = false");
            }
            return new Staging(folder, duckdb);
        } catch (SQLException e) {
            throw new IOException("DuckDB does not start: " + e.getMessage(), e);
        }
    }

    Path folder() {
        return folder;
    }

    DuckDBConnection connection() throws SQLException {
        return duckdb.duplicate();
    }

    @Override
    public void close() {
        try {
            duckdb.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not close", e);
        }
    }
}
