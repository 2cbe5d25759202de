package org.heralddata.formats.hdf5.cells;

import org.heralddata.formats.hdf5.file.FormatException;
import org.heralddata.formats.hdf5.file.GlobalHeap;

/** Elements of variable length: a length, and the place of the bytes in a global heap. */
final class HeapPointers {
    private final GlobalHeap heap;
    private final int offsetSize;

    HeapPointers(GlobalHeap heap) {
        this.heap = heap;
        offsetSize = heap.offsetSize();
    }

    /** Entries of the list; bytes of the string. */
    int length(byte[] raw, int at) {
        long length = ByteViews.unsigned(raw, at, 4, false);
        if (length > Integer.MAX_VALUE) {
            throw FormatException.broken(-1, "a list of %d entries".formatted(length));
        }
        boolean nowhere = ByteViews.unsigned(raw, at + 4, offsetSize, false) == 0;
        return nowhere ? 0 : (int) length;
    }

    byte[] bytes(byte[] raw, int at, int entrySize) {
        long address = ByteViews.unsigned(raw, at + 4, offsetSize, false);
        long index = ByteViews.unsigned(raw, at + 4 + offsetSize, 4, false);
        return heap.object(address, index, (long) length(raw, at) * entrySize);
    }
}
