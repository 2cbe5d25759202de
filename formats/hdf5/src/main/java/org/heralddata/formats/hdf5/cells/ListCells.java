package org.heralddata.formats.hdf5.cells;

import java.util.Arrays;
import org.heralddata.formats.hdf5.file.FormatException;
import org.heralddata.formats.hdf5.file.GlobalHeap;
import org.heralddata.model.table.Vector;

/** Lists of varying length. */
final class ListCells implements Cells {
    private static final int MOST_ELEMENTS = 1 << 28;

    private final HeapPointers pointers;
    private final Cells elements;
    private final int entrySize;
    private final int perEntry;
    private final int elementStride;
    private int[] ends = new int[0];
    private int size;
    private int total;

    /**
     * @param entrySize     bytes of an entry of the list
     * @param perEntry      elements of an entry
     * @param elementStride bytes from one element to the next within an entry
     */
    ListCells(GlobalHeap heap, Cells elements, int entrySize, int perEntry, int elementStride) {
        pointers = new HeapPointers(heap);
        this.elements = elements;
        this.entrySize = entrySize;
        this.perEntry = perEntry;
        this.elementStride = elementStride;
    }

    @Override
    public void add(byte[] raw, int at, int stride, int count) {
        if (ends.length - size < count) {
            ends = Arrays.copyOf(ends, Math.max(size + count, 2 * size));
        }
        for (int i = 0, p = at; i < count; i++, p += stride) {
            byte[] bytes = pointers.bytes(raw, p, entrySize);
            long length = (long) pointers.length(raw, p) * perEntry;
            if (total + length > MOST_ELEMENTS) {
                throw FormatException.unsupported("a batch of more than %d elements".formatted(MOST_ELEMENTS));
            }
            elements.add(bytes, 0, elementStride, (int) length);
            total += (int) length;
            ends[size++] = total;
        }
    }

    @Override
    public Vector take() {
        int[] offsets = new int[size + 1];
        System.arraycopy(ends, 0, offsets, 1, size);
        var vector = new Vector.Lists(offsets, elements.take(), size, null);
        size = 0;
        total = 0;
        return vector;
    }
}
