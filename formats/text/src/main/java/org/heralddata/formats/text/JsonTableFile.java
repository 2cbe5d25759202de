package org.heralddata.formats.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.heralddata.formats.text.JsonTable.Form;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.table.Column;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;

/** JSON and its tables. */
final class JsonTableFile implements TableFile {
    private final TextSource source;
    private final List<JsonTable> tables;
    private final List<Diagnostic> notices;
    private final List<TableCursor> cursors = new ArrayList<>();

    JsonTableFile(TextSource source, List<JsonTable> tables, List<Diagnostic> notices) {
        this.source = source;
        this.tables = tables;
        this.notices = List.copyOf(notices);
    }

    @Override
    public SequencedMap<String, String> metadata() {
        return new LinkedHashMap<>();
    }

    @Override
    public List<SourceTable> tables() {
        return tables.stream()
                .map(t -> new SourceTable(t.name(), OptionalLong.of(t.rows()), t.columns(), t.metadata()))
                .toList();
    }

    @Override
    public List<Diagnostic> notices() {
        return notices;
    }

    @Override
    public TableCursor read(String name, List<String> columns) throws IOException {
        JsonTable table = tables.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + name));
        List<String> all = table.columns().stream().map(Column::name).toList();
        var cells = new ArrayList<JsonCells>();
        var places = new ArrayList<Long>();
        for (String wanted : columns.isEmpty() ? all : columns) {
            int place = all.indexOf(wanted);
            if (place < 0) {
                throw new IllegalArgumentException("no column " + wanted);
            }
            cells.add(new JsonCells(table.columns().get(place)));
            places.add(table.form() == Form.COLUMNS ? table.places().get(place) : 0L);
        }
        TableCursor cursor = table.form() == Form.COLUMNS
                ? new JsonColumnsCursor(source, cells, places, table.rows())
                : new JsonRowsCursor(source, table, cells);
        cursors.add(cursor);
        return cursor;
    }

    @Override
    public void close() throws IOException {
        for (TableCursor cursor : cursors) {
            cursor.close();
        }
        cursors.clear();
    }
}
