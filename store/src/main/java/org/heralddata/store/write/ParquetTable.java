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
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.store.StagedTable;
import org.heralddata.store.StoreDiagnostic;
import org.jspecify.annotations.Nullable;

/** Rows gathered in DuckDB, then written in order, a range of the sort key a file. */
public final class ParquetTable implements StagedTable {
    private final String name;
    private final List<StoredColumn> columns;
    private final Map<String, Integer> fieldIds;
    private final @Nullable String sortColumn;
    private final Path folder;
    private final DuckDBConnection connection;
    private final DuckDBAppender appender;
    private final String relation;
    private long rows;
    private @Nullable List<WrittenFile> files;

    /**
     * @param fieldIds   by dotted path: {@code e}, {@code adc.element}
     * @param sortColumn of 64-bit integers or timestamps; null if rows stay as they come
     */
    public ParquetTable(
            Staging staging,
            String name,
            List<StoredColumn> columns,
            Map<String, Integer> fieldIds,
            @Nullable String sortColumn) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.fieldIds = Map.copyOf(fieldIds);
        this.sortColumn = sortColumn;
        this.relation = "staged_" + name;
        try {
            this.folder = Files.createDirectories(staging.folder().resolve(name));
            this.connection = staging.connection();
            try (Statement statement = connection.createStatement()) {
                statement.execute(StoredColumn.fields(columns).stream()
                        .map(StoredField::declaration)
                        .collect(Collectors.joining(", ", "CREATE TABLE " + Sql.quote(relation) + "(", ")")));
            }
            this.appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, relation);
        } catch (IOException | SQLException e) {
            throw cannotWrite(name, e);
        }
    }

    public String name() {
        return name;
    }

    public List<StoredColumn> columns() {
        return columns;
    }

    public @Nullable String sortColumn() {
        return sortColumn;
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
        try {
            for (int row = 0; row < batch.rows(); row++) {
                appender.beginRow();
                for (int i = 0; i < columns.size(); i++) {
                    Vector vector = batch.vectors().get(i);
                    List<StoredField> fields = columns.get(i).fields();
                    Cells.append(appender, vector, row, fields.getFirst().kind(), false);
                    if (fields.size() > 1) {
                        Cells.append(appender, vector, row, fields.get(1).kind(), true);
                    }
                }
                appender.endRow();
            }
            rows += batch.rows();
        } catch (SQLException e) {
            throw cannotWrite(name, e);
        }
    }

    @Override
    public void finish() {
        List<WrittenFile> written = new ArrayList<>();
        try {
            appender.close();
            if (rows > 0) {
                var copy = new CopyToParquet(connection, relation, StoredColumn.fields(columns), fieldIds, sortColumn);
                for (String range : copy.ranges(rows)) {
                    written.add(copy.write(range, folder.resolve("part-%05d.parquet".formatted(written.size()))));
                }
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP TABLE " + Sql.quote(relation));
            }
            connection.close();
        } catch (IOException | SQLException e) {
            throw cannotWrite(name, e);
        }
        files = List.copyOf(written);
    }

    private static Refusal cannotWrite(String table, Exception cause) {
        return new Refusal(
                Diagnostic.error(
                                StoreDiagnostic.NO_SPACE,
                                "table `%s` cannot be written: %s".formatted(table, cause.getMessage()))
                        .helped("check the space left on the file system of the home"),
                cause);
    }
}
