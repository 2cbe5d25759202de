package org.heralddata.formats.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.duckdb.DuckDBConnection;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.jspecify.annotations.Nullable;

/** An open Parquet file and the one table that it is. */
final class ParquetFile implements TableFile {
    private static final String MEMORY = "1GB";

    private final String file;
    private final String source;
    private final DuckDBConnection connection;
    private final List<Diagnostic> notices = new ArrayList<>();
    private final List<Projection> projections;
    private final SourceTable table;
    private final SequencedMap<String, String> metadata;
    private final List<TableCursor> cursors = new ArrayList<>();

    ParquetFile(Path path) {
        this.file = path.toString();
        String real = path.toAbsolutePath().normalize().toString();
        this.source = "read_parquet(%s, hive_partitioning = false)".formatted(Duck.text(real));
        try {
            connection = Duck.open("allowed_paths", real, MEMORY, "");
            try (Statement statement = connection.createStatement()) {
                SequencedMap<String, String> entries = entries(statement, real);
                String told = entries.remove(HeraldEntry.KEY);
                HeraldEntry herald = told == null ? null : HeraldEntry.of(told);
                projections = projections(statement, herald);
                table = new SourceTable(
                        name(path, herald),
                        OptionalLong.of(rows(statement, real)),
                        projections.stream().map(Projection::column).toList(),
                        herald == null ? new LinkedHashMap<>() : herald.metadata());
                metadata = entries;
            } catch (SQLException | RuntimeException failed) {
                connection.close();
                throw failed;
            }
        } catch (SQLException failed) {
            throw ChunkStream.damaged(file, failed);
        }
    }

    private static String name(Path path, @Nullable HeraldEntry herald) {
        if (herald != null && !herald.table().isEmpty()) {
            return herald.table();
        }
        String bare = path.getFileName().toString().replaceFirst("(?<=.)\\.[A-Za-z0-9]{1,8}$", "");
        return bare.isEmpty() ? "table" : bare;
    }

    /** The key-value metadata but for Arrow's encoded schema, which says nothing to a reader of text. */
    private static SequencedMap<String, String> entries(Statement statement, String path) throws SQLException {
        var entries = new LinkedHashMap<String, String>();
        String sql = "SELECT decode(key), decode(value) FROM parquet_kv_metadata(%s)".formatted(Duck.text(path));
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String key = rows.getString(1);
                if (!key.equals("ARROW:schema")) {
                    entries.put(key, String.valueOf(rows.getString(2)));
                }
            }
        }
        return entries;
    }

    private static long rows(Statement statement, String path) throws SQLException {
        String sql = "SELECT num_rows FROM parquet_file_metadata(%s)".formatted(Duck.text(path));
        try (ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new SQLException("no file metadata");
            }
            return rows.getLong(1);
        }
    }

    private List<Projection> projections(Statement statement, @Nullable HeraldEntry herald) throws SQLException {
        var found = new Projections(file, notices);
        try (ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
            while (rows.next()) {
                String name = rows.getString(1);
                found.add(name.isEmpty() ? "column" : name, Duck.name(name), DuckType.parse(rows.getString(2)));
            }
        }
        if (found.found().isEmpty()) {
            throw new Refusal(Diagnostic.error(
                            ParquetCode.NO_COLUMNS,
                            "none of the columns can be read",
                            new Location.InFile(file, null, -1))
                    .helped("maps and lists of lists are not read; turn them into plain columns or lists"));
        }
        return found.found().stream()
                .map(p -> herald == null ? p : p.as(herald.describe(p.column())))
                .toList();
    }

    @Override
    public SequencedMap<String, String> metadata() {
        return metadata;
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(table);
    }

    @Override
    public List<Diagnostic> notices() {
        return List.copyOf(notices);
    }

    @Override
    public TableCursor read(String name, List<String> columns) throws IOException {
        if (!name.equals(table.name())) {
            throw new IllegalArgumentException("no table " + name);
        }
        List<Projection> wanted = columns.isEmpty()
                ? projections
                : columns.stream().map(this::column).toList();
        var cursor =
                new ParquetCursor(file, connection, source, wanted, table.rows().orElseThrow());
        cursors.add(cursor);
        return cursor;
    }

    private Projection column(String name) {
        return projections.stream()
                .filter(p -> p.column().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name));
    }

    @Override
    public void close() throws IOException {
        for (TableCursor cursor : cursors) {
            cursor.close();
        }
        cursors.clear();
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }
}
