package org.heralddata.formats.hdf5.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heralddata.formats.hdf5.file.GlobalHeap;
import org.heralddata.model.table.Vector;

/** Bytes of varying number. */
final class HeapBlobCells implements Cells {
    private final HeapPointers pointers;
    private final List<byte[]> values = new ArrayList<>();

    HeapBlobCells(GlobalHeap heap) {
        pointers = new HeapPointers(heap);
    }

    @Override
    public void add(byte[] raw, int at, int stride, int count) {
        for (int i = 0, p = at; i < count; i++, p += stride) {
            values.add(Arrays.copyOf(pointers.bytes(raw, p, 1), pointers.length(raw, p)));
        }
    }

    @Override
    public Vector take() {
        var vector = new Vector.Blobs(values.toArray(byte[][]::new), values.size(), null);
        values.clear();
        return vector;
    }
}
