package org.heralddata.formats.root.tree;

import java.util.List;
import org.heralddata.formats.root.cells.Cells;
import org.heralddata.formats.root.cells.Node;
import org.heralddata.formats.root.file.RootBuffer;

/** Entries of as many elements as they have bytes for: arrays counted by a leaf, and members of a container's elements. */
final class ArrayDecoder implements BranchDecoder {
    private final Node element;
    private final List<Cells> columns;
    private final boolean flagged;

    /** @param flagged true if a byte stands before the elements, as it does before arrays that a pointer refers to */
    ArrayDecoder(Node element, List<Cells> columns, boolean flagged) {
        this.element = element;
        this.columns = columns;
        this.flagged = flagged;
    }

    @Override
    public List<Cells> columns() {
        return columns;
    }

    @Override
    public void decode(BasketData data, int from, int count) {
        RootBuffer in = data.buffer();
        int[] offsets = data.offsets();
        if (offsets == null) {
            throw in.broken("a basket does not tell where its entries begin");
        }
        for (int i = from; i < from + count; i++) {
            in.seek(offsets[i]);
            if (flagged && offsets[i + 1] > offsets[i]) {
                in.skip(1);
            }
            element.readMembersUpTo(in, offsets[i + 1]);
            if (in.at() != offsets[i + 1]) {
                throw in.broken("an entry ends at byte %d, not at %d".formatted(in.at(), offsets[i + 1]));
            }
            for (Cells cells : columns) {
                cells.closeRows(1, 0);
            }
        }
    }

    @Override
    public boolean needsOffsets() {
        return true;
    }
}
