package org.heralddata.formats.hdf5.write;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.heralddata.formats.hdf5.Layouts;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** One column: its dataset and, once a row lacks a value, the mask beside it. */
final class ColumnWriter {
    private final Column column;
    private final Spool spool;
    private final HeapWriter heap;
    private final ChunkEncoders workers;
    private final DatasetWriter values;
    private final ElementEncoder elements;
    private @Nullable DatasetWriter mask;

    ColumnWriter(Column column, Spool spool, HeapWriter heap, ChunkEncoders workers) {
        this.column = column;
        this.spool = spool;
        this.heap = heap;
        this.workers = workers;
        boolean list = column.shape().varies();
        ElementType element = ElementType.of(column.type());
        elements = new ElementEncoder(column.type(), element, heap);
        values = list
                ? new DatasetWriter(spool, workers, element.sequence(), List.of())
                : new DatasetWriter(spool, workers, element, column.shape().sizes());
    }

    Column column() {
        return column;
    }

    void write(Vector vector) throws IOException {
        int perCell = column.shape().varies() ? 1 : column.shape().fixedElements();
        for (int from = 0; from < vector.size(); ) {
            int count = Math.min(values.room(), vector.size() - from);
            int at = values.claim(count);
            if (vector instanceof Vector.Lists lists) {
                lists(lists, from, count, at, perCell);
            } else {
                elements.encode(vector, from, count, values.buffer(), at);
            }
            values.advance(count);
            from += count;
        }
        mask(vector);
    }

    private void lists(Vector.Lists lists, int from, int count, int at, int perCell) throws IOException {
        int size = values.elementSize();
        for (int i = 0; i < count; i++) {
            int row = from + i;
            int start = lists.offsets()[row];
            int length = lists.isNull(row) ? 0 : lists.offsets()[row + 1] - start;
            if (column.shape().varies()) {
                elements.list(lists.elements(), start, length, values.buffer(), at + i * size);
            } else if (length > 0) {
                elements.encode(lists.elements(), start, perCell, values.buffer(), at + i * perCell * size);
            } else {
                elements.absent(perCell, values.buffer(), at + i * perCell * size);
            }
        }
    }

    private void mask(Vector vector) throws IOException {
        DatasetWriter flags = mask;
        if (flags == null) {
            if (vector.nulls() == null || vector.nulls().isEmpty()) {
                return;
            }
            flags = new DatasetWriter(spool, workers, ElementType.of(ColumnType.BOOL), List.of());
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
        String link = names.link(column.name());
        SequencedMap<String, String> attributes = new LinkedHashMap<>();
        if (!link.equals(column.name())) {
            attributes.put(Layouts.NAME, column.name());
        }
        if (column.type() == ColumnType.TIMESTAMP) {
            attributes.put("units", Layouts.TIME_UNIT);
        } else if (column.unit() != null) {
            attributes.put("unit", column.unit());
        }
        put(attributes, "ucd", column.ucd());
        put(attributes, "description", column.description());
        if (column.type() == ColumnType.BYTES) {
            attributes.put(Layouts.TYPE, Layouts.TYPE_BYTES);
        }
        if (column.shape().varies() && column.shape().sizes().size() > 1) {
            attributes.put(Layouts.ENTRY_SHAPE, entryShape());
        }
        if (mask != null) {
            String maskLink = names.link(column.name() + ".mask");
            attributes.put(Layouts.MISSING, maskLink);
            group.link(link, values.finish(heap, attributes));
            group.link(maskLink, mask.finish(heap, new LinkedHashMap<>()));
        } else {
            group.link(link, values.finish(heap, attributes));
        }
    }

    private static void put(SequencedMap<String, String> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }

    private String entryShape() {
        List<Integer> sizes = column.shape().sizes();
        return Arrays.toString(sizes.subList(1, sizes.size()).toArray());
    }
}
