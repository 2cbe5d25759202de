package org.heralddata.formats.votable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.table.Column;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;

/** An open file whose rows are pushed by a parser. */
final class PumpedFile implements TableFile {
    private final SequencedMap<String, String> metadata;
    private final List<SourceTable> tables;
    private final List<Diagnostic> notices;
    private final Function<String, RowPump.Source> sources;
    private final List<TableCursor> cursors = new ArrayList<>();

    /** @param sources gives the rows of a table by its name */
    PumpedFile(
            SequencedMap<String, String> metadata,
            List<SourceTable> tables,
            List<Diagnostic> notices,
            Function<String, RowPump.Source> sources) {
        this.metadata = metadata;
        this.tables = List.copyOf(tables);
        this.notices = List.copyOf(notices);
        this.sources = sources;
    }

    @Override
    public SequencedMap<String, String> metadata() {
        return metadata;
    }

    @Override
    public List<SourceTable> tables() {
        return tables;
    }

    @Override
    public List<Diagnostic> notices() {
        return notices;
    }

    @Override
    public TableCursor read(String name, List<String> columns) {
        SourceTable table = tables.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + name));
        List<String> all = table.columns().stream().map(Column::name).toList();
        int[] wanted = (columns.isEmpty() ? all : columns)
                .stream().mapToInt(all::indexOf).toArray();
        for (int position : wanted) {
            if (position < 0) {
                throw new IllegalArgumentException("no such column among " + all);
            }
        }
        TableCursor cursor = new RowPump(table.columns(), wanted, sources.apply(name));
        cursors.add(cursor);
        return cursor;
    }

    @Override
    public void close() throws IOException {
        for (TableCursor cursor : cursors) {
            cursor.close();
        }
    }
}
