package org.heralddata.store.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.store.StagedTable;
import org.heralddata.store.StoreDiagnostic;
import org.jspecify.annotations.Nullable;

/** A table on its way to Parquet files: gathered in DuckDB, which spills to disk, then copied range by range. */
public final class ParquetTable implements StagedTable {
    /** Of values before compression, which takes a quarter to a half off: files of 200 to 400 MB. */
    public static final long BYTES_PER_FILE = 450_000_000;

    private final Staging staging;
    private final String name;
    private final List<StoredColumn> columns;
    private final CopyToParquet copy;
    private final Path folder;
    private final long fileBytes;
    private @Nullable Intake intake;
    private @Nullable List<WrittenFile> files;
    private long rows;
    private long bytes;

    /**
     * @param fieldIds   by dotted path: {@code e}, {@code adc.element}
     * @param sortColumn null if rows stay as they come
     * @param fileBytes  what a file holds, about, before compression
     */
    public ParquetTable(
            Staging staging,
            String name,
            List<StoredColumn> columns,
            Map<String, Integer> fieldIds,
            @Nullable String sortColumn,
            long fileBytes) {
        this.fileBytes = fileBytes;
        this.staging = staging;
        this.name = name;
        this.columns = List.copyOf(columns);
        try {
            this.folder = Files.createDirectory(staging.folder().resolve("table-" + name));
            this.copy = new CopyToParquet(
                    staging.connection(),
                    "staged_" + name,
                    StoredColumn.fields(columns),
                    Map.copyOf(fieldIds),
                    sortColumn);
        } catch (IOException | SQLException e) {
            throw cannotWrite(e);
        }
    }

    public String name() {
        return name;
    }

    public List<StoredColumn> columns() {
        return columns;
    }

    public @Nullable String sortColumn() {
        return copy.sortColumn();
    }

    /** What {@link #finish} has written, in order; empty for an empty table. */
    public List<WrittenFile> files() {
        List<WrittenFile> written = files;
        if (written == null) {
            throw new IllegalStateException("table " + name + " is not finished");
        }
        return written;
    }

    @Override
    public void append(Batch batch) {
        if (batch.vectors().size() != columns.size()) {
            throw new IllegalArgumentException(
                    "%d vectors for %d columns".formatted(batch.vectors().size(), columns.size()));
        }
        if (files != null) {
            throw new IllegalStateException("table " + name + " is finished");
        }
        try {
            Intake open = intake == null ? open() : intake;
            intake = open;
            open.append(batch);
            rows += batch.rows();
            for (int i = 0; i < columns.size(); i++) {
                bytes += columns.get(i).bytes(batch.vectors().get(i));
            }
        } catch (SQLException e) {
            throw cannotWrite(e);
        }
    }

    @Override
    public void finish() {
        List<WrittenFile> written = new ArrayList<>();
        Intake open = intake;
        try {
            if (open != null) {
                open.finish();
                intake = null;
                int wanted = Math.toIntExact(Math.ceilDiv(bytes, fileBytes));
                for (String range : copy.ranges(rows, wanted)) {
                    WrittenFile file = copy.write(range, folder.resolve("part-%05d".formatted(written.size())));
                    if (file != null) {
                        written.add(file);
                    }
                }
                execute("DROP TABLE " + Sql.quote(copy.relation()));
            }
            copy.connection().close();
        } catch (IOException | SQLException e) {
            throw cannotWrite(e);
        }
        files = List.copyOf(written);
    }

    /** Stops what is not finished. */
    public void abandon() {
        Intake open = intake;
        if (open != null) {
            intake = null;
            open.abandon();
        }
    }

    private Intake open() throws SQLException {
        execute(copy.fields().stream()
                .map(StoredField::declaration)
                .collect(Collectors.joining(", ", "CREATE TABLE " + Sql.quote(copy.relation()) + "(", ")")));
        return copy.fields().stream().anyMatch(StoredField::isList)
                ? new AppenderIntake(copy.connection(), copy.relation(), columns)
                : new StreamIntake(copy.connection(), copy.relation(), columns);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = copy.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the file system refuses is told to the user; anything else is a mistake of ours. */
    private RuntimeException cannotWrite(Exception cause) {
        String message = String.valueOf(cause.getMessage());
        boolean full = message.contains("No space left") || message.contains("failed to offload");
        if (!full && !(cause instanceof IOException) && !message.contains("IO Error")) {
            return new IllegalStateException("table " + name + " cannot be written", cause);
        }
        String why = full ? "no space left" : message;
        var place = new Location.InFile(staging.folder().toString(), null, -1);
        return new Refusal(
                Diagnostic.error(
                                StoreDiagnostic.NO_SPACE,
                                "table `%s` cannot be written: %s".formatted(name, why),
                                place)
                        .helped("check the space on the file system of the home; nothing was published"),
                cause);
    }
}
