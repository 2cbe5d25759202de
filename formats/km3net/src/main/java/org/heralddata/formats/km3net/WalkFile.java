package org.heralddata.formats.km3net;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.rows.RowBuilder;

/**
 * A file whose tables are each one pass through it.
 *
 * @param layouts  names of tables and of their layouts
 * @param opening  starts a pass for a table
 */
record WalkFile(SequencedMap<String, String> metadata, SequencedMap<String, String> layouts, Opening opening)
        implements TableFile {

    /** Starts a pass. */
    interface Opening {
        TableCursor open(String table, RowBuilder rows) throws IOException;
    }

    WalkFile {
        metadata = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metadata));
        layouts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(layouts));
    }

    @Override
    public List<SourceTable> tables() {
        return layouts.entrySet().stream()
                .map(t -> new SourceTable(
                        t.getKey(), OptionalLong.empty(), TableLayout.columns(t.getValue()), new LinkedHashMap<>()))
                .toList();
    }

    @Override
    public List<Diagnostic> notices() {
        return List.of();
    }

    @Override
    public TableCursor read(String name, List<String> columns) throws IOException {
        String layout = layouts.get(name);
        if (layout == null) {
            throw new IllegalArgumentException("no table " + name);
        }
        return opening.open(name, new RowBuilder(TableLayout.columns(layout), columns));
    }

    @Override
    public void close() {
        // every cursor has its own stream
    }
}
