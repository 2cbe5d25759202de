package org.heralddata.formats.hdf5.cells;

import java.util.Arrays;
import java.util.List;
import org.heralddata.formats.hdf5.file.FormatException;
import org.heralddata.formats.hdf5.file.GlobalHeap;
import org.heralddata.model.table.Vector;

/** Lists of varying length. */
final class ListCells implements Cells {
    private static final int MOST_ELEMENTS = 1 << 28;

    private final HeapPointers pointers;
    private final Cells elements;
    private final int entrySize;
    private final int offset;
    private final List<Axis> axes;
    private final int perEntry;
    private int[] ends = new int[0];
    private int size;
    private int total;

    /**
     * @param one       the column that the entries of a list make; a member of a compound lies at its offset
     * @param entrySize bytes of an entry
     */
    ListCells(GlobalHeap heap, Field one, int entrySize) {
        pointers = new HeapPointers(heap);
        elements = one.cells().apply(heap);
        this.entrySize = entrySize;
        offset = one.offset();
        axes = one.axes();
        perEntry = one.elements();
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
            if (axes.isEmpty()) {
                elements.add(bytes, offset, entrySize, (int) length);
            } else {
                for (long entry = 0; entry * perEntry < length; entry++) {
                    ArrayCells.add(elements, axes, 0, bytes, (int) entry * entrySize + offset);
                }
            }
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
