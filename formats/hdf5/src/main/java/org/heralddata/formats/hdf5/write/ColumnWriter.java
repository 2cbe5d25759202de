package org.heralddata.formats.hdf5.write;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.heralddata.formats.hdf5.Layouts;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** One column: its dataset and, once a row lacks a value, the mask beside it. */
final class ColumnWriter {
    private final Column column;
    private final Room room;
    private final CellEncoder cells;
    private final DatasetWriter values;
    private @Nullable DatasetWriter mask;

    ColumnWriter(Column column, Room room) {
        this.column = column;
        this.room = room;
        cells = new CellEncoder(column, room.heap());
        values = new DatasetWriter(room, cells.type(), cells.sizes());
    }

    void write(Vector vector) throws IOException {
        for (int from = 0; from < vector.size(); ) {
            int count = Math.min(values.room(), vector.size() - from);
            int at = values.claim(count);
            cells.encode(vector, from, count, values.buffer(), at);
            values.advance(count);
            from += count;
        }
        mask(vector);
    }

    private void mask(Vector vector) throws IOException {
        DatasetWriter flags = mask;
        if (flags == null) {
            if (vector.nulls() == null || vector.nulls().isEmpty()) {
                return;
            }
            flags = new DatasetWriter(room, ElementType.of(ColumnType.BOOL), List.of());
            mask = flags;
            flags(flags, values.rows() - vector.size(), null);
        }
        flags(flags, vector.size(), vector);
    }

    private static void flags(DatasetWriter flags, long rows, @Nullable Vector vector) throws IOException {
        for (long from = 0; from < rows; ) {
            int count = (int) Math.min(flags.room(), rows - from);
            int at = flags.claim(count);
            for (int i = 0; i < count; i++) {
                boolean missing = vector != null && vector.isNull((int) from + i);
                flags.buffer()[at + i] = (byte) (missing ? 1 : 0);
            }
            flags.advance(count);
            from += count;
        }
    }

    /** Writes the headers and links them into the group. */
    void finish(HeaderBuilder group, LinkNames names) throws IOException {
        finish(group, names, Map.of());
    }

    /** @param more attributes besides the column's own */
    void finish(HeaderBuilder group, LinkNames names, Map<String, String> more) throws IOException {
        String link = names.link(column.name());
        SequencedMap<String, String> attributes = ColumnNotes.of(column, link);
        attributes.putAll(more);
        DatasetWriter flags = mask;
        if (flags == null) {
            group.link(link, values.finish(attributes));
            return;
        }
        String maskLink = names.link(column.name() + ".mask");
        attributes.put(Layouts.MISSING, maskLink);
        group.link(link, values.finish(attributes));
        group.link(maskLink, flags.finish(new LinkedHashMap<>()));
    }
}
