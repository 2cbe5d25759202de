package org.heralddata.formats.fits.write;

import java.io.IOException;
import java.io.OutputStream;
import org.heralddata.formats.fits.BigEndian;
import org.heralddata.model.table.Vector;

/** Single cells: how long they are, and their descriptors in the row. */
final class PackedCell {

    private PackedCell() {}

    static int count(Vector vector, int row) {
        if (vector.isNull(row)) {
            return 0;
        }
        return switch (vector) {
            case Vector.Lists lists -> lists.offsets()[row + 1] - lists.offsets()[row];
            case Vector.Blobs blobs -> blobs.values()[row].length;
            case Vector.Longs _, Vector.Doubles _, Vector.Strings _ -> throw new IllegalArgumentException("no lists");
        };
    }

    static void demand(Vector.Lists lists, int row, int n) {
        if (count(lists, row) != n) {
            throw new IllegalArgumentException(
                    "a cell of %d elements where the column's shape has %d".formatted(count(lists, row), n));
        }
    }

    static void descriptor(boolean wide, long count, long position, byte[] out, int at) {
        if (wide) {
            BigEndian.int64(out, at, count);
            BigEndian.int64(out, at + 8, position);
        } else {
            BigEndian.int32(out, at, (int) count);
            BigEndian.int32(out, at + 4, (int) position);
        }
    }

    static void writeAll(Vector.Blobs blobs, OutputStream out) throws IOException {
        for (int row = 0; row < blobs.size(); row++) {
            if (!blobs.isNull(row)) {
                out.write(blobs.values()[row]);
            }
        }
    }
}
