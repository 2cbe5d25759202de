package org.heralddata.formats.fits.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.heralddata.model.table.Vector;

/** Packs batches into rows and counts the bytes, so that the data can be filled up to whole blocks. */
final class RowPacker {
    private static final int BLOCK = 2880;

    private final OutputStream out;
    private final List<Packing> packings;
    private final int rowBytes;
    private final Packing.HeapPosition heap = new Packing.HeapPosition();
    private byte[] buffer = new byte[0];
    private long written;

    RowPacker(OutputStream out, TableLayout layout) {
        this.out = out;
        this.packings = layout.packings();
        this.rowBytes = layout.rowBytes();
    }

    /** @param vectors prepared, one a column */
    void rows(int rows, List<Vector> vectors) throws IOException {
        int length = Math.multiplyExact(rows, rowBytes);
        if (buffer.length < length) {
            buffer = new byte[length];
        }
        int offset = 0;
        for (int c = 0; c < vectors.size(); c++) {
            packings.get(c).pack(vectors.get(c), buffer, offset, rowBytes, heap);
            offset += packings.get(c).width();
        }
        out.write(buffer, 0, length);
        written += length;
    }

    /** Bytes of data that were written elsewhere. */
    void count(long bytes) {
        written += bytes;
    }

    void fill() throws IOException {
        int over = (int) (written % BLOCK);
        if (over > 0) {
            out.write(new byte[BLOCK - over]);
        }
        out.flush();
    }
}
