package org.heralddata.formats.text;

import java.util.List;
import java.util.SequencedMap;
import org.heralddata.model.table.Column;

/**
 * A table within JSON.
 *
 * @param form    how rows and columns are nested
 * @param offset  byte at which its array begins; 0 for {@link Form#LINES}
 * @param columns typed
 * @param places  byte at which each column's values begin, for {@link Form#COLUMNS}; else empty
 */
record JsonTable(
        String name,
        Form form,
        long offset,
        long rows,
        List<Column> columns,
        List<Long> places,
        SequencedMap<String, String> metadata) {

    /** How JSON spells a table. */
    enum Form {
        /** An object a line. */
        LINES,
        /** An array of objects. */
        OBJECTS,
        /** An array of arrays below declared columns, as Herald writes it. */
        ARRAYS,
        /** An array, or an object of numbered values, for each column. */
        COLUMNS
    }

    JsonTable {
        columns = List.copyOf(columns);
        places = List.copyOf(places);
    }
}
