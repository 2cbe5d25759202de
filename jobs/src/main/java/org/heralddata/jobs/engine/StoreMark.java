package org.heralddata.jobs.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.heralddata.jobs.JobCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.store.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * A mark by which folders and database know that they belong together: a worker on another machine whose folder is not the shared one
 * would write results that nobody finds. A folder may lose its mark, too: where what was mounted is gone, an empty folder is left. Safe for many
 * threads.
 */
public final class StoreMark implements SharedFolders {
    /** The file in each folder. */
    public static final String FILE = ".herald-store";

    private final Supplier<DataSource> database;
    private final List<Path> folders;
    private final boolean mayMark;
    private volatile @Nullable String marker;

    /**
     * @param folders that all processes share, which exist
     * @param mayMark whether folders without a mark are given that of the database
     */
    public StoreMark(Supplier<DataSource> database, List<Path> folders, boolean mayMark) {
        this.mayMark = mayMark;
        this.database = database;
        this.folders = List.copyOf(folders);
    }

    /**
     * Refuses folders that are not those of the database: that have another mark or, unless they may be marked or the database is new, none.
     *
     * @throws Refusal {@link JobCode#OTHER_STORE}
     */
    public void require() {
        try (Connection connection = database.get().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table job_store in exclusive mode");
                Optional<String> known = known(statement);
                String mark =
                        known.or(this::first).orElseGet(() -> UUID.randomUUID().toString());
                for (Path folder : folders) {
                    compare(folder, mark, mayMark || known.isEmpty());
                }
                if (known.isEmpty()) {
                    statement.execute("insert into job_store (marker) values ('%s')".formatted(mark));
                }
                connection.commit();
                marker = mark;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }

    /** What is known of the mark is kept: to look again costs no question to the database. */
    @Override
    public Optional<Diagnostic> problem() {
        String mark = marker;
        try {
            if (mark == null) {
                require();
            } else {
                folders.forEach(folder -> compare(folder, mark, false));
            }
            return Optional.empty();
        } catch (Refusal refused) {
            return Optional.of(refused.diagnostics().getFirst());
        }
    }

    private static Optional<String> known(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select marker from job_store")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** Of folders whose database was lost. */
    private Optional<String> first() {
        return folders.stream().flatMap(folder -> read(folder).stream()).findFirst();
    }

    private static void compare(Path folder, String mark, boolean mayMark) {
        Optional<String> found = read(folder);
        if (found.isEmpty() && mayMark) {
            write(folder, mark);
        } else if (found.isEmpty() || !found.get().equals(mark)) {
            String what = found.isEmpty() ? "has no mark `%s`".formatted(FILE) : "has the mark of another database";
            throw new Refusal(Diagnostic.error(
                            JobCode.OTHER_STORE,
                            "`%s` is not the folder that the database belongs to: it %s".formatted(folder, what),
                            new Location.InFile(folder.toString(), null, -1))
                    .helped(
                            "all processes on one database need the same `warehouse` and `requests`: mount the home of the server here, or these folders of it, and name the home by --home; if these are they, restored without their marks, write `%s` into `%s` in each"
                                    .formatted(mark, FILE)));
        }
    }

    /** Empty if there is no mark; a mark that is none of ours is that of another database. */
    private static Optional<String> read(Path folder) {
        Path file = folder.resolve(FILE);
        try (Stream<String> lines = Files.exists(file) ? Files.lines(file, StandardCharsets.UTF_8) : Stream.empty()) {
            return lines.findFirst()
                    .map(String::strip)
                    .map(text -> text.matches("[0-9a-f-]{36}") ? text : "not one of ours");
        } catch (IOException unreadable) {
            return Optional.of("unreadable");
        }
    }

    private static void write(Path folder, String mark) {
        try {
            Files.writeString(folder.resolve(FILE), mark + "\n");
        } catch (IOException unwritable) {
            throw new Refusal(
                    Diagnostic.error(
                                    JobCode.OTHER_STORE,
                                    "`%s` cannot be written: %s".formatted(folder, unwritable.getMessage()),
                                    new Location.InFile(folder.toString(), null, -1))
                            .helped("results of jobs are kept there: give this process the permission to write"),
                    unwritable);
        }
    }
}
