package org.heralddata.formats.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.table.Column;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;

/** A text file and the one table that it is. */
final class TextTableFile implements TableFile {
    private final TextSource source;
    private final Layout layout;
    private final FirstPass settled;
    private final MissingWords missing;
    private final SourceTable table;
    private final List<TableCursor> cursors = new ArrayList<>();

    TextTableFile(TextSource source, Layout layout, TextOptions options) throws IOException {
        this.source = source;
        this.layout = layout;
        this.settled = FirstPass.over(source, layout, options);
        this.missing = layout.typed() ? MissingWords.EMPTY_ONLY : new MissingWords(options.missing(), true);
        String name = layout.typed() ? layout.metadata().getOrDefault("table", source.tableName()) : source.tableName();
        var metadata = new LinkedHashMap<>(layout.metadata());
        if (layout.typed()) {
            metadata.remove("table");
        }
        this.table = new SourceTable(
                name.isBlank() ? source.tableName() : name,
                OptionalLong.of(settled.rows()),
                settled.columns(),
                metadata);
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
        return settled.notices();
    }

    @Override
    public TableCursor read(String name, List<String> columns) throws IOException {
        if (!name.equals(table.name())) {
            throw new IllegalArgumentException("no table " + name);
        }
        var cells = new ArrayList<Cells>();
        var places = new ArrayList<Integer>();
        int capacity = TextCursor.batchRows(columns.isEmpty() ? table.columns().size() : columns.size());
        List<String> all = table.columns().stream().map(Column::name).toList();
        for (String wanted : columns.isEmpty() ? all : columns) {
            int place = all.indexOf(wanted);
            if (place < 0) {
                throw new IllegalArgumentException("no column " + wanted);
            }
            places.add(place);
            cells.add(Cells.of(table.columns().get(place), missing, settled.charset(), capacity));
        }
        var cursor = new TextCursor(FirstPass.scanner(source, layout), settled.fields(), cells, places);
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
