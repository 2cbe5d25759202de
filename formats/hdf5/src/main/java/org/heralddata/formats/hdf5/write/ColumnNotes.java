package org.heralddata.formats.hdf5.write;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.heralddata.formats.hdf5.Layouts;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.jspecify.annotations.Nullable;

/** What is told of a column as attributes. */
final class ColumnNotes {

    private ColumnNotes() {}

    /** @param name that the file has for the column */
    static SequencedMap<String, String> of(Column column, String name) {
        SequencedMap<String, String> notes = new LinkedHashMap<>();
        if (!name.equals(column.name())) {
            notes.put(Layouts.NAME, column.name());
        }
        if (column.type() == ColumnType.TIMESTAMP) {
            notes.put("units", Layouts.TIME_UNIT);
        } else {
            put(notes, "unit", column.unit());
        }
        put(notes, "ucd", column.ucd());
        put(notes, "description", column.description());
        if (column.type() == ColumnType.BYTES) {
            notes.put(Layouts.TYPE, Layouts.TYPE_BYTES);
        }
        if (column.shape().varies() && column.shape().sizes().size() > 1) {
            notes.put(Layouts.ENTRY_SHAPE, entryShape(column));
        }
        return notes;
    }

    private static void put(SequencedMap<String, String> notes, String name, @Nullable String value) {
        if (value != null) {
            notes.put(name, value);
        }
    }

    private static String entryShape(Column column) {
        List<Integer> sizes = column.shape().sizes();
        return Arrays.toString(sizes.subList(1, sizes.size()).toArray());
    }
}
