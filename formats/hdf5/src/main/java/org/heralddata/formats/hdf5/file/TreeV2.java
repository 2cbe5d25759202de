package org.heralddata.formats.hdf5.file;

import java.util.function.Consumer;

/** A version 2 B-tree, read in the order of its keys (III.A.2). */
final class TreeV2 {
    private static final int OVERHEAD = 10;

    private final Source source;
    private final int type;
    private final int nodeSize;
    private final int recordSize;
    private final int depth;
    private final int[] countWidth;
    private final int[] totalWidth;
    private final Consumer<Block> records;

    private TreeV2(Source source, Block head, Consumer<Block> records) {
        this.source = source;
        this.records = records;
        head.signature("BTHD");
        head.version(0, "a B-tree");
        type = head.u8();
        nodeSize = head.size(4);
        recordSize = head.u16();
        depth = head.u16();
        head.skip(2);
        if (recordSize == 0 || nodeSize <= OVERHEAD + recordSize || depth > 16) {
            throw FormatException.broken(head.position(), "a B-tree of impossible shape");
        }
        countWidth = new int[depth + 1];
        totalWidth = new int[depth + 1];
    }

    /** Passes every record to {@code records}, and tells the type of the tree. */
    static int read(Source source, long address, Consumer<Block> records) {
        Superblock superblock = source.superblock();
        Block head = source.block(address, 22L + superblock.offsetSize() + superblock.lengthSize());
        var tree = new TreeV2(source, head, records);
        tree.widths(superblock.offsetSize());
        long root = head.address();
        int count = head.u16();
        head.length();
        head.checksum("a B-tree");
        if (root != Block.UNDEFINED) {
            tree.node(root, tree.depth, count);
        }
        return tree.type;
    }

    /** Widths of the counters beside a pointer follow from the most records that a child can hold. */
    private void widths(int offsetSize) {
        long room = (long) nodeSize - OVERHEAD;
        long leafMost = room / recordSize;
        int width = bytesFor(leafMost);
        long total = leafMost;
        countWidth[0] = width;
        for (int level = 1; level <= depth; level++) {
            int pointer = offsetSize + width + totalWidth[level - 1];
            long most = (room - pointer) / (recordSize + pointer);
            total = (most + 1) * total + most;
            totalWidth[level] = bytesFor(total);
            countWidth[level] = width;
        }
    }

    private static int bytesFor(long number) {
        return (63 - Long.numberOfLeadingZeros(Math.max(1, number))) / 8 + 1;
    }

    private void node(long address, int level, int count) {
        Block block = source.block(address, nodeSize);
        block.signature(level == 0 ? "BTLF" : "BTIN");
        block.version(0, "a B-tree node");
        block.skip(1);
        Block keys = block.slice(Math.multiplyExact(count, recordSize));
        if (level == 0) {
            block.checksum("a B-tree node");
            for (int i = 0; i < count; i++) {
                records.accept(keys.slice(recordSize));
            }
            return;
        }
        for (int i = 0; i <= count; i++) {
            long child = block.address();
            int childCount = block.size(countWidth[level - 1]);
            block.skip(totalWidth[level - 1]);
            node(child, level - 1, childCount);
            if (i < count) {
                records.accept(keys.slice(recordSize));
            }
        }
        block.checksum("a B-tree node");
    }
}
