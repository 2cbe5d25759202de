package org.heralddata.formats.hdf5.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heralddata.model.table.Vector;

/** Bytes of a fixed number. */
final class BlobCells implements Cells {
    private final int length;
    private final List<byte[]> values = new ArrayList<>();

    BlobCells(int length) {
        this.length = length;
    }

    @Override
    public void add(byte[] raw, int at, int stride, int count) {
        for (int i = 0, p = at; i < count; i++, p += stride) {
            values.add(Arrays.copyOfRange(raw, p, p + length));
        }
    }

    @Override
    public Vector take() {
        var vector = new Vector.Blobs(values.toArray(byte[][]::new), values.size(), null);
        values.clear();
        return vector;
    }
}
