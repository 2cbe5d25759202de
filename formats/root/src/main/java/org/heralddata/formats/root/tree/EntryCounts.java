package org.heralddata.formats.root.tree;

import org.heralddata.formats.root.cells.Cells;
import org.heralddata.formats.root.file.RootBuffer;
import org.heralddata.model.table.Vector;

/** Computes where the entries of a basket begin from the branch that counts their elements. For one thread. */
final class EntryCounts {
    private final BranchReader counter;
    private final Cells cells;
    private final int width;

    /** @param width bytes of one element */
    EntryCounts(BranchReader counter, int width) {
        this.counter = counter;
        this.width = width;
        cells = counter.decoder().columns().getFirst();
    }

    /** The same basket with the place of each entry. Baskets come from first to last. */
    BasketData place(BasketData data) {
        int entries = data.basket().entries();
        counter.read(entries);
        RootBuffer in = data.buffer();
        int[] offsets = new int[entries + 1];
        if (cells.take(entries) instanceof Vector.Longs counts) {
            for (int i = 0; i < entries; i++) {
                long end = offsets[i] + counts.values()[i] * width;
                if (counts.values()[i] < 0 || counts.values()[i] > data.end() || end > data.end()) {
                    throw in.broken("entry %d of a basket has %d elements".formatted(i, counts.values()[i]));
                }
                offsets[i + 1] = (int) end;
            }
        }
        return new BasketData(data.basket(), data.bytes(), data.end(), offsets, data.place(), data.keyLength());
    }

    void close() {
        counter.close();
    }
}
