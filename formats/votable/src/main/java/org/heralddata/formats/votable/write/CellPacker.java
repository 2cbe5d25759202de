package org.heralddata.formats.votable.write;

import java.nio.charset.StandardCharsets;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;

/**
 * Writes the cells of one column.
 *
 * @param marked whether a missing integer is written as its marker, since there is no mask to say it
 */
record CellPacker(Column column, Datatype type, boolean marked) {

    void pack(Vector vector, int row, RowBuffer out) {
        if (vector.isNull(row)) {
            packMissing(out);
            return;
        }
        switch (type.encoding()) {
            case TEXT, JSON -> text(CellText.of(column.type(), vector, row), out);
            case BYTES -> {
                if (vector instanceof Vector.Blobs blobs) {
                    out.integer(4, blobs.values()[row].length);
                    out.add(blobs.values()[row]);
                }
            }
            case BOOLEAN, INTEGER, FLOATING -> numbers(vector, row, out);
        }
    }

    /** The mask of the row says that it is missing; its bytes only keep the place. */
    private void packMissing(RowBuffer out) {
        if (type.varies()) {
            out.integer(4, 0);
        } else if (type.encoding() == Datatype.Encoding.FLOATING) {
            for (int i = 0; i < type.elements(); i++) {
                out.floating(type.width(), Double.NaN);
            }
        } else if (marked && type.encoding() == Datatype.Encoding.INTEGER) {
            for (int i = 0; i < type.elements(); i++) {
                out.integer(type.width(), type.marker());
            }
        } else {
            out.zeros(type.elements() * type.width());
        }
    }

    private void text(String text, RowBuffer out) {
        if (type.width() == 2) {
            out.utf16(text);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.integer(4, bytes.length);
        out.add(bytes);
    }

    private void numbers(Vector vector, int row, RowBuffer out) {
        if (!(vector instanceof Vector.Lists lists)) {
            number(vector, row, out);
            return;
        }
        int from = lists.offsets()[row];
        int to = lists.offsets()[row + 1];
        if (type.varies()) {
            out.integer(4, to - from);
        } else if (to - from != type.elements()) {
            throw new IllegalArgumentException(
                    "a cell of %d elements where the column's shape has %d".formatted(to - from, type.elements()));
        }
        for (int i = from; i < to; i++) {
            number(lists.elements(), i, out);
        }
    }

    private void number(Vector vector, int i, RowBuffer out) {
        boolean missing = vector.isNull(i);
        switch (vector) {
            case Vector.Doubles doubles -> out.floating(type.width(), missing ? Double.NaN : doubles.values()[i]);
            case Vector.Longs longs
            when type.encoding() == Datatype.Encoding.BOOLEAN ->
                out.integer(1, missing ? '?' : longs.values()[i] == 0 ? 'F' : 'T');
            case Vector.Longs longs -> out.integer(type.width(), missing ? type.marker() : longs.values()[i]);
            case Vector.Strings _, Vector.Blobs _, Vector.Lists _ ->
                throw new IllegalArgumentException("no numbers: " + column.name());
        }
    }
}
