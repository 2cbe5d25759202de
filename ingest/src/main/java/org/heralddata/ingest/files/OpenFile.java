package org.heralddata.ingest.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.spi.ExaminedFile;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;
import org.jspecify.annotations.Nullable;

/** A file under examination, opened once for all fields. For one thread. */
final class OpenFile implements Closeable {
    private final ExaminedFile file;
    private final @Nullable TableReader reader;
    private final @Nullable TableFile tables;
    private final Map<List<String>, ColumnExtremes> extremes = new HashMap<>();

    /** @param tables null if no reader knows the file, or it is broken */
    OpenFile(ExaminedFile file, @Nullable TableReader reader, @Nullable TableFile tables) {
        this.file = file;
        this.reader = reader;
        this.tables = tables;
    }

    ExaminedFile file() {
        return file;
    }

    /** The format's name; null if no reader knows the file. */
    @Nullable
    String format() {
        return reader == null ? null : reader.format().value();
    }

    /** True if no reader has opened it. */
    boolean isClosed() {
        return tables == null;
    }

    /** None if the file cannot be read. */
    List<SourceTable> tables() {
        return tables == null ? List.of() : tables.tables();
    }

    SequencedMap<String, String> metadata() {
        return tables == null ? new LinkedHashMap<>() : tables.metadata();
    }

    /** Of the file and, where that says nothing, of its tables, the first first. */
    SequencedMap<String, String> allMetadata() {
        SequencedMap<String, String> all = new LinkedHashMap<>();
        tables().forEach(table -> table.metadata().forEach(all::putIfAbsent));
        metadata().forEach(all::putIfAbsent);
        return all;
    }

    /** Of a column of one of the tables; reads all of it, once. */
    ColumnExtremes extremes(SourceTable table, String column) throws IOException {
        List<String> key = List.of(table.name(), column);
        ColumnExtremes known = extremes.get(key);
        if (known == null) {
            if (tables == null) {
                throw new IllegalStateException("no tables");
            }
            known = ColumnExtremes.read(tables, table, column);
            extremes.put(key, known);
        }
        return known;
    }

    /** Of a table that does not tell how many rows it has; reads all of it. */
    long count(SourceTable table) throws IOException {
        if (tables == null) {
            throw new IllegalStateException("no tables");
        }
        List<String> first = table.columns().stream()
                .sorted(Comparator.comparing((Column column) -> !column.shape().isScalar()))
                .limit(1)
                .map(Column::name)
                .toList();
        long rows = 0;
        try (TableCursor cursor = tables.read(table.name(), first)) {
            for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted");
                }
                rows += batch.rows();
            }
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        if (tables != null) {
            tables.close();
        }
    }
}
