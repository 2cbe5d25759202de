package org.heralddata.formats.hdf5.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes the version 1 B-tree that finds chunks along the first dimension (III.A.1), leaves first. */
final class ChunkTreeWriter {
    private static final int MOST_ENTRIES = 64;

    /**
     * @param address of the chunk, or of a node
     * @param size    bytes in the file
     * @param row     its first row
     */
    record Entry(long address, int size, long row) {}

    private final Spool spool;
    private final int otherDims;

    /** @param otherDims dimensions of a cell */
    ChunkTreeWriter(Spool spool, int otherDims) {
        this.spool = spool;
        this.otherDims = otherDims;
    }

    /** The address of the root, undefined if there are no chunks. */
    long write(List<Entry> chunks, long endRow) throws IOException {
        if (chunks.isEmpty()) {
            return Bytes.UNDEFINED;
        }
        List<Entry> level = chunks;
        for (int depth = 0; ; depth++) {
            level = nodes(level, depth, endRow);
            if (level.size() == 1) {
                return level.getFirst().address();
            }
        }
    }

    private List<Entry> nodes(List<Entry> children, int depth, long endRow) throws IOException {
        int keySize = 8 + 8 * (otherDims + 2);
        int nodeSize = 24 + (MOST_ENTRIES + 1) * keySize + MOST_ENTRIES * 8;
        int count = Math.ceilDiv(children.size(), MOST_ENTRIES);
        long base = spool.reserve((long) count * nodeSize);
        List<Entry> nodes = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            int from = n * MOST_ENTRIES;
            int to = Math.min(children.size(), from + MOST_ENTRIES);
            var node = new Bytes()
                    .ascii("TREE")
                    .u8(1)
                    .u8(depth)
                    .u16(to - from)
                    .u64(n == 0 ? Bytes.UNDEFINED : base + (long) (n - 1) * nodeSize)
                    .u64(n == count - 1 ? Bytes.UNDEFINED : base + (long) (n + 1) * nodeSize);
            for (Entry child : children.subList(from, to)) {
                key(node, child.size(), child.row());
                node.u64(child.address());
            }
            key(node, 0, to < children.size() ? children.get(to).row() : endRow);
            byte[] bytes = node.done();
            long address = base + (long) n * nodeSize;
            spool.write(address, Arrays.copyOf(bytes, nodeSize));
            Entry first = children.get(from);
            nodes.add(new Entry(address, first.size(), first.row()));
        }
        return nodes;
    }

    private void key(Bytes node, int size, long row) {
        node.u32(size).u32(0).u64(row);
        for (int i = 0; i <= otherDims; i++) {
            node.u64(0);
        }
    }
}
