package org.heralddata.formats.root.tree;

import java.util.List;
import org.heralddata.formats.root.cells.Cells;
import org.heralddata.formats.root.cells.Node;
import org.heralddata.formats.root.file.RootBuffer;

/** Entries of one size with one column: all at once. */
final class FixedDecoder implements BranchDecoder {
    private final Node node;
    private final Cells cells;
    private final int elements;

    /** @param elements of one entry */
    FixedDecoder(Node node, Cells cells, int elements) {
        this.node = node;
        this.cells = cells;
        this.elements = elements;
    }

    @Override
    public List<Cells> columns() {
        return List.of(cells);
    }

    @Override
    public void decode(BasketData data, int from, int count) {
        RootBuffer in = data.buffer();
        long start = (long) from * node.width();
        if (start > data.end()) {
            throw in.broken("a basket of %d bytes holds no entry %d".formatted(data.end(), from));
        }
        in.seek((int) start);
        node.read(in, count);
        cells.closeRows(count, elements);
    }

    @Override
    public boolean needsOffsets() {
        return false;
    }
}
