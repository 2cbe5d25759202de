package org.heralddata.formats.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;

/**
 * Gathers rows in DuckDB, which spills to a temporary folder what exceeds its memory, and copies the finished file out. A
 * Parquet file cannot be streamed, since its footer tells where the columns are.
 */
final class ParquetSink implements TableSink {
    private static final String MEMORY = "512MB";

    private final OutputStream out;
    private final TableHeader header;
    private final Path folder;
    private final DuckDBConnection connection;
    private final DuckDBAppender appender;
    private final List<StoredColumn> columns = new ArrayList<>();
    private boolean closed;

    ParquetSink(OutputStream out, TableHeader header) throws IOException {
        this.out = out;
        this.header = header;
        for (int i = 0; i < header.columns().size(); i++) {
            columns.add(new StoredColumn(header.columns().get(i), "c" + i));
        }
        folder = Files.createTempDirectory("herald-parquet");
        try {
            connection = Duck.open(
                    "allowed_directories",
                    folder + "/",
                    MEMORY,
                    folder.resolve("spill").toString());
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE t (%s)"
                        .formatted(String.join(
                                ", ",
                                columns.stream().map(StoredColumn::declared).toList())));
                appender = connection.createAppender("main", "t");
            } catch (SQLException failed) {
                connection.close();
                throw failed;
            }
        } catch (SQLException failed) {
            remove(folder);
            throw new IOException(failed);
        }
    }

    @Override
    public void write(Batch batch) throws IOException {
        Vector[] vectors = batch.vectors().toArray(Vector[]::new);
        StoredColumn[] stored = columns.toArray(StoredColumn[]::new);
        try {
            for (int row = 0; row < batch.rows(); row++) {
                appender.beginRow();
                for (int c = 0; c < vectors.length; c++) {
                    stored[c].append(appender, vectors[c], row);
                }
                appender.endRow();
            }
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void finish() throws IOException {
        Path file = folder.resolve("table.parquet");
        try (Statement statement = connection.createStatement()) {
            appender.close();
            String selected = String.join(
                    ", ", columns.stream().map(StoredColumn::selected).toList());
            statement.executeLargeUpdate(
                    "COPY (SELECT %s FROM t) TO %s (FORMAT parquet, COMPRESSION zstd, KV_METADATA {%s: %s})"
                            .formatted(
                                    selected,
                                    Duck.text(file.toString()),
                                    HeraldEntry.KEY,
                                    Duck.text(HeraldEntry.json(header))));
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
        Files.copy(file, out);
        close();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (connection) {
            appender.close();
        } catch (SQLException failed) {
            throw new IOException(failed);
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
