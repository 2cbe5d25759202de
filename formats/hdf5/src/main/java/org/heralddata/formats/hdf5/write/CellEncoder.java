package org.heralddata.formats.hdf5.write;

import java.io.IOException;
import java.util.List;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;

/** Puts the cells of a column into bytes of a fixed size; lists go to the heap. */
final class CellEncoder {
    private final Column column;
    private final ElementType element;
    private final ElementEncoder elements;
    private final int perCell;

    CellEncoder(Column column, HeapWriter heap) {
        this.column = column;
        element = ElementType.of(column.type());
        elements = new ElementEncoder(column.type(), element, heap);
        perCell = column.shape().varies() ? 1 : column.shape().fixedElements();
    }

    /** Of the dataset, or of the compound's member. */
    ElementType type() {
        return column.shape().varies() ? element.sequence() : element;
    }

    /** Dimensions of a cell; empty for scalars and lists. */
    List<Integer> sizes() {
        return column.shape().varies() ? List.of() : column.shape().sizes();
    }

    /** Bytes of a cell. */
    int size() {
        return Math.multiplyExact(type().size(), perCell);
    }

    void encode(Vector vector, int from, int count, byte[] to, int at) throws IOException {
        if (vector instanceof Vector.Lists lists) {
            lists(lists, from, count, to, at);
        } else {
            elements.encode(vector, from, count, to, at);
        }
    }

    private void lists(Vector.Lists lists, int from, int count, byte[] to, int at) throws IOException {
        int size = size();
        for (int i = 0; i < count; i++) {
            int row = from + i;
            int start = lists.offsets()[row];
            int length = lists.isNull(row) ? 0 : lists.offsets()[row + 1] - start;
            if (column.shape().varies()) {
                elements.list(lists.elements(), start, length, to, at + i * size);
            } else if (length > 0) {
                elements.encode(lists.elements(), start, perCell, to, at + i * size);
            } else {
                elements.absent(perCell, to, at + i * size);
            }
        }
    }
}
