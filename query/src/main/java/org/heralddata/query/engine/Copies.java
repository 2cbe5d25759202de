package org.heralddata.query.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The copies that an engine reads. Safe for many threads. */
final class Copies {
    private final DuckDb database;
    private final Map<String, Copy> ready = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    Copies(DuckDb database) {
        this.database = database;
    }

    Place place(Source source) {
        return new Place(source, find(source.identity()));
    }

    @Nullable
    Copy find(String identity) {
        return ready.get(identity);
    }

    List<Copy> all() {
        return List.copyOf(ready.values());
    }

    /**
     * Attaches a file, from now on to be read instead of the release's.
     *
     * @throws SQLException if it is no whole copy of the table
     */
    void attach(CopyFile file) throws SQLException {
        String name = "copy_" + numbers.incrementAndGet();
        String path = Sql.text(file.path().toString());
        execute("ATTACH %s AS %s (READ_ONLY)".formatted(path, name));
        try {
            long sampled = check(file, name);
            ready.put(
                    file.source().identity(),
                    new Copy(file.source().identity(), name, file.bySky(), size(file.path()), sampled));
        } catch (SQLException | RuntimeException broken) {
            execute("DETACH " + name);
            throw broken;
        }
    }

    private static long size(Path path) throws SQLException {
        try {
            return Files.size(path);
        } catch (java.io.IOException gone) {
            throw new SQLException("the copy is gone", gone);
        }
    }

    /** Rows of the sample. */
    private long check(CopyFile file, String name) throws SQLException {
        String sql =
                "SELECT key_, all_rows, (SELECT count(*) FROM %1$s.%2$s), (SELECT count(*) FROM %1$s.%4$s) FROM %1$s.%3$s"
                        .formatted(name, Copy.ROWS, CopyFile.ABOUT, Copy.SAMPLE);
        DuckDBConnection connection = database.borrow();
        try (Statement statement = connection.createStatement();
                ResultSet about = statement.executeQuery(sql)) {
            if (!about.next()
                    || !about.getString(1).equals(file.key())
                    || about.getLong(2) != file.source().table().rows()
                    || about.getLong(3) != about.getLong(2)) {
                throw new SQLException("it is of another table, or not whole");
            }
            return about.getLong(4);
        } finally {
            database.giveBack(connection);
        }
    }

    /** Has new questions read the files of the release. Those under way go on; {@link #detach} only when they have ended. */
    @Nullable
    Copy retire(String identity) {
        return ready.remove(identity);
    }

    void detach(Copy copy) throws SQLException {
        execute("DETACH " + copy.database());
    }

    private void execute(String sql) throws SQLException {
        DuckDBConnection connection = database.borrow();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } finally {
            database.giveBack(connection);
        }
    }
}
