package org.heralddata.formats.root.cells;

import java.util.Arrays;

/** Growing integers without boxing. */
final class IntList {
    private int[] values = new int[64];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.multiplyExact(2, size));
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    /** The array, which becomes the caller's; the list is empty then. */
    int[] take() {
        int[] taken = values;
        values = new int[Math.max(64, size)];
        size = 0;
        return taken;
    }
}
