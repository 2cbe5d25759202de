package org.heralddata.formats.root.tree;

import java.util.List;
import org.heralddata.formats.root.cells.Cells;
import org.heralddata.formats.root.cells.Node;
import org.heralddata.formats.root.file.RootBuffer;

/** Entries of any size, one after the other: objects, containers, strings, lists of leaves. */
final class EntryDecoder implements BranchDecoder {
    private final List<Node> nodes;
    private final List<Cells> columns;

    EntryDecoder(List<Node> nodes, List<Cells> columns) {
        this.nodes = nodes;
        this.columns = columns;
    }

    @Override
    public List<Cells> columns() {
        return columns;
    }

    @Override
    public void decode(BasketData data, int from, int count) {
        RootBuffer in = data.buffer();
        int[] offsets = data.offsets();
        int width = nodes.stream().mapToInt(Node::width).sum();
        if (offsets == null && (width == 0 || nodes.stream().anyMatch(n -> n.width() == 0))) {
            throw in.broken("a basket does not tell where its entries begin");
        }
        for (int i = from; i < from + count; i++) {
            in.seek(offsets == null ? Math.multiplyExact(i, width) : offsets[i]);
            RootBuffer entry = in.slice(offsets == null ? width : offsets[i + 1] - offsets[i]);
            for (Node node : nodes) {
                node.read(entry, 1);
            }
            if (entry.remaining() != 0) {
                throw in.broken("an entry has %d bytes more than its class says".formatted(entry.remaining()));
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
