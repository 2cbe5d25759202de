package org.heralddata.formats.hdf5.file;

/** Reads the index of a chunked dataset, of any of the six kinds (III.A.1, III.A.2, VII). */
final class ChunkIndex {
    private final Source source;
    private final ChunkGrid grid;
    private final long chunkBytes;
    private final boolean filtered;
    private final ChunkTable table = new ChunkTable();

    private ChunkIndex(Source source, ChunkGrid grid, long chunkBytes, boolean filtered) {
        this.source = source;
        this.grid = grid;
        this.chunkBytes = chunkBytes;
        this.filtered = filtered;
    }

    static ChunkTable read(Source source, Layout.Chunked layout, ChunkGrid grid, long chunkBytes, boolean filtered) {
        var index = new ChunkIndex(source, grid, chunkBytes, filtered);
        if (layout.address() != Block.UNDEFINED) {
            switch (layout.index()) {
                case Layout.TREE_V1 -> index.treeV1(layout.address(), -1);
                case Layout.SINGLE -> index.single(layout);
                case Layout.IMPLICIT -> index.implicit(layout.address());
                case Layout.FIXED_ARRAY -> index.fixedArray(layout.address());
                case Layout.EXTENSIBLE_ARRAY -> ExtensibleArray.read(source, layout.address(), index::entry);
                case Layout.TREE_V2 -> index.treeV2(layout.address());
                default -> throw new IllegalStateException("chunk index " + layout.index());
            }
        }
        return index.table.ready();
    }

    private void treeV1(long address, int expectedLevel) {
        int offsetSize = source.superblock().offsetSize();
        int headSize = 8 + 2 * offsetSize;
        Block head = source.block(address, headSize);
        head.signature("TREE");
        long where = head.position();
        int type = head.u8();
        int level = head.u8();
        if (type != 1 || (expectedLevel >= 0 && level != expectedLevel)) {
            throw FormatException.broken(where, "a B-tree node of type %d, level %d".formatted(type, level));
        }
        int entries = head.u16();
        int keySize = 8 + 8 * (grid.rank() + 1);
        Block body = source.block(address + headSize, (long) entries * (keySize + offsetSize));
        for (int i = 0; i < entries; i++) {
            long size = body.u32();
            int mask = (int) body.u32();
            long[] offsets = new long[grid.rank()];
            for (int d = 0; d < offsets.length; d++) {
                offsets[d] = body.uint(8);
            }
            body.skip(8);
            long child = body.address();
            if (level > 0) {
                treeV1(child, level - 1);
            } else {
                add(grid.number(grid.scaled(offsets)), child, size, mask);
            }
        }
    }

    private void single(Layout.Chunked layout) {
        boolean sized = !layout.single().isEmpty();
        add(
                0,
                layout.address(),
                sized ? layout.single().get(0) : chunkBytes,
                sized ? layout.single().get(1).intValue() : 0);
    }

    private void implicit(long address) {
        long total = grid.total();
        source.check(address, Math.multiplyExact(total, chunkBytes));
        for (long entry = 0; entry < total; entry++) {
            add(grid.fromArrayIndex(entry), address + entry * chunkBytes, chunkBytes, 0);
        }
    }

    private void treeV2(long address) {
        int offsetSize = source.superblock().offsetSize();
        TreeV2.read(source, address, record -> {
            long chunk = record.address();
            long size = chunkBytes;
            int mask = 0;
            int coordinates = 8 * grid.rank();
            int sizeWidth = record.remaining() - 4 - coordinates;
            if (filtered) {
                size = record.uint(width(sizeWidth, record));
                mask = (int) record.u32();
            } else if (record.remaining() != coordinates) {
                throw FormatException.broken(
                        record.position(), "a chunk record of %d bytes".formatted(record.remaining() + offsetSize));
            }
            long[] scaled = new long[grid.rank()];
            for (int d = 0; d < scaled.length; d++) {
                scaled[d] = record.uint(8);
            }
            add(grid.number(scaled), chunk, size, mask);
        });
    }

    private static int width(int width, Block block) {
        if (width < 1 || width > 8) {
            throw FormatException.broken(block.position(), "chunk sizes of %d bytes".formatted(width));
        }
        return width;
    }

    private void fixedArray(long address) {
        Superblock superblock = source.superblock();
        Block head = source.block(address, 12L + superblock.lengthSize() + superblock.offsetSize());
        head.signature("FAHD");
        head.version(0, "a fixed array");
        head.skip(1);
        int entrySize = head.u8();
        int pageBits = head.u8();
        long entries = head.length();
        long blockAddress = head.address();
        head.checksum("a fixed array");
        if (blockAddress == Block.UNDEFINED) {
            return;
        }
        long perPage = 1L << Math.min(pageBits, 40);
        long prefix = 6L + superblock.offsetSize();
        if (entries <= perPage) {
            Block block = source.block(blockAddress, prefix + Math.multiplyExact(entries, (long) entrySize) + 4);
            block.signature("FADB");
            block.seek((int) prefix);
            page(block, 0, entries, entrySize);
            return;
        }
        long pages = Math.ceilDiv(entries, perPage);
        long bitmap = Math.ceilDiv(pages, 8L);
        Block block = source.block(blockAddress, prefix + bitmap + 4);
        block.signature("FADB");
        block.seek((int) prefix);
        byte[] used = block.take((int) bitmap);
        block.checksum("a fixed array");
        long at = blockAddress + prefix + bitmap + 4;
        for (long p = 0; p < pages; p++) {
            long count = Math.min(perPage, entries - p * perPage);
            if ((used[(int) (p / 8)] & (0x80 >> (p % 8))) != 0) {
                page(source.block(at, count * entrySize + 4), p * perPage, count, entrySize);
            }
            at += count * entrySize + 4;
        }
    }

    private void page(Block block, long first, long count, int entrySize) {
        for (long i = 0; i < count; i++) {
            entry(first + i, block.slice(entrySize));
        }
        block.checksum("a chunk index");
    }

    private void entry(long number, Block entry) {
        long chunk = entry.address();
        if (!filtered) {
            add(grid.fromArrayIndex(number), chunk, chunkBytes, 0);
            return;
        }
        long size = entry.uint(width(entry.remaining() - 4, entry));
        add(grid.fromArrayIndex(number), chunk, size, (int) entry.u32());
    }

    private void add(long number, long address, long size, int mask) {
        if (number >= 0 && address != Block.UNDEFINED) {
            table.add(number, address, size, mask);
        }
    }
}
