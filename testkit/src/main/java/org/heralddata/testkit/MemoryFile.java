package org.heralddata.testkit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.jspecify.annotations.Nullable;

/** A fake file: one table in memory. */
final class MemoryFile implements TableFile {
    private final SourceTable table;
    private final List<Batch> batches;

    MemoryFile(String name, List<Column> columns, List<Batch> batches) {
        long rows = batches.stream().mapToLong(Batch::rows).sum();
        this.table = new SourceTable(name, OptionalLong.of(rows), columns, new LinkedHashMap<>());
        this.batches = List.copyOf(batches);
    }

    @Override
    public SequencedMap<String, String> metadata() {
        return new LinkedHashMap<>();
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(table);
    }

    @Override
    public List<Diagnostic> notices() {
        return List.of();
    }

    @Override
    public TableCursor read(String name, List<String> columns) {
        if (!name.equals(table.name())) {
            throw new IllegalArgumentException("no table " + name);
        }
        List<String> all = table.columns().stream().map(Column::name).toList();
        var places = new ArrayList<Integer>();
        for (String column : columns.isEmpty() ? all : columns) {
            if (!all.contains(column)) {
                throw new IllegalArgumentException("no column " + column);
            }
            places.add(all.indexOf(column));
        }
        Iterator<Batch> rest = batches.iterator();
        return new TableCursor() {
            @Override
            public @Nullable Batch next() {
                if (!rest.hasNext()) {
                    return null;
                }
                Batch batch = rest.next();
                return new Batch(
                        batch.rows(),
                        places.stream().map(i -> batch.vectors().get(i)).toList());
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
