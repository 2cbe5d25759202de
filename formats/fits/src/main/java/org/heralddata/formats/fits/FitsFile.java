package org.heralddata.formats.fits;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;

/** An open FITS file. */
final class FitsFile implements TableFile {
    private final Path file;
    private final SequencedMap<String, String> metadata;
    private final SequencedMap<String, FitsTable> tables = new LinkedHashMap<>();
    private final List<Diagnostic> notices;
    private final List<TableCursor> cursors = new ArrayList<>();

    FitsFile(Path file, HduList hdus) {
        this.file = file;
        this.metadata = hdus.primary().metadata();
        this.notices = hdus.notices();
        hdus.tables().forEach(table -> tables.put(table.name(), table));
    }

    @Override
    public SequencedMap<String, String> metadata() {
        return metadata;
    }

    @Override
    public List<SourceTable> tables() {
        return tables.values().stream().map(FitsTable::source).toList();
    }

    @Override
    public List<Diagnostic> notices() {
        return List.copyOf(notices);
    }

    @Override
    public TableCursor read(String name, List<String> columns) throws IOException {
        FitsTable table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table " + name);
        }
        TableCursor cursor = RowCursor.open(file, table, wanted(table, columns));
        cursors.add(cursor);
        return cursor;
    }

    @Override
    public void close() throws IOException {
        for (TableCursor cursor : cursors) {
            cursor.close();
        }
    }

    /** Number of the HDU that holds a table. */
    int hduOf(String name) {
        return Objects.requireNonNull(tables.get(name)).hdu().index();
    }

    private static List<Field> wanted(FitsTable table, List<String> columns) {
        if (columns.isEmpty()) {
            return table.fields();
        }
        Map<String, Field> byName =
                table.fields().stream().collect(Collectors.toMap(f -> f.column().name(), Function.identity()));
        return columns.stream()
                .map(column -> {
                    Field field = byName.get(column);
                    if (field == null) {
                        throw new IllegalArgumentException("no column " + column);
                    }
                    return field;
                })
                .toList();
    }
}
