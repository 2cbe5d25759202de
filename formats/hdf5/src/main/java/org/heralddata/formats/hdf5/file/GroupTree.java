package org.heralddata.formats.hdf5.file;

import java.util.ArrayList;
import java.util.List;

/** Links of an old-style group: a version 1 B-tree of symbol table nodes, names in a local heap (III.A.1, III.B, III.D). */
final class GroupTree {
    private final Source source;
    private final Block names;
    private final List<Link> links = new ArrayList<>();

    private GroupTree(Source source, Block names) {
        this.source = source;
        this.names = names;
    }

    static List<Link> links(Source source, Block symbolTable) {
        long tree = symbolTable.address();
        long heap = symbolTable.address();
        var walk = new GroupTree(source, localHeap(source, heap));
        walk.node(tree, -1);
        return walk.links;
    }

    private static Block localHeap(Source source, long address) {
        Superblock superblock = source.superblock();
        Block head = source.block(address, 8L + 2L * superblock.lengthSize() + superblock.offsetSize());
        head.signature("HEAP");
        head.version(0, "a local heap");
        head.skip(3);
        long size = head.length();
        head.skip(superblock.lengthSize());
        return source.block(head.address(), size);
    }

    private void node(long address, int expectedLevel) {
        Superblock superblock = source.superblock();
        int headSize = 8 + 2 * superblock.offsetSize();
        Block head = source.block(address, headSize);
        head.signature("TREE");
        long where = head.position();
        int type = head.u8();
        int level = head.u8();
        if (type != 0 || (expectedLevel >= 0 && level != expectedLevel)) {
            throw FormatException.broken(where, "a B-tree node of type %d, level %d".formatted(type, level));
        }
        int entries = head.u16();
        Block body =
                source.block(address + headSize, entries * (long) (superblock.lengthSize() + superblock.offsetSize()));
        for (int i = 0; i < entries; i++) {
            body.skip(superblock.lengthSize());
            long child = body.address();
            if (level == 0) {
                symbols(child);
            } else {
                node(child, level - 1);
            }
        }
    }

    private void symbols(long address) {
        Block head = source.block(address, 8);
        head.signature("SNOD");
        head.skip(2);
        int count = head.u16();
        int entrySize = 2 * source.superblock().offsetSize() + 24;
        Block body = source.block(address + 8, (long) count * entrySize);
        for (int i = 0; i < count; i++) {
            Block entry = body.slice(entrySize);
            names.seek(entry.size(entry.offsetSize()));
            String name = names.zeroTerminated();
            long object = entry.address();
            if (entry.u32() == 2) {
                entry.skip(4);
                names.seek(entry.size(4));
                links.add(new Link.Soft(name, names.zeroTerminated()));
            } else {
                links.add(new Link.Hard(name, object));
            }
        }
    }
}
