package org.heralddata.formats.votable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.table.Column;
import org.heralddata.spi.DescribedFile;
import org.heralddata.spi.FieldNote;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;

/** An open file whose rows are pushed by a parser. */
final class PumpedFile implements DescribedFile {
    private final SequencedMap<String, String> metadata;
    private final List<SourceTable> tables;
    private final List<Diagnostic> notices;
    private final Function<String, RowPump.Source> sources;
    private final Map<String, Map<String, FieldNote>> notes;
    private final List<TableCursor> cursors = new ArrayList<>();

    /**
     * @param sources gives the rows of a table by its name
     * @param notes   by table, then column
     */
    PumpedFile(
            SequencedMap<String, String> metadata,
            List<SourceTable> tables,
            List<Diagnostic> notices,
            Function<String, RowPump.Source> sources,
            Map<String, Map<String, FieldNote>> notes) {
        this.metadata = metadata;
        this.tables = List.copyOf(tables);
        this.notices = List.copyOf(notices);
        this.sources = sources;
        this.notes = notes;
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
    public Map<String, FieldNote> notes(String table) {
        return notes.getOrDefault(table, Map.of());
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
