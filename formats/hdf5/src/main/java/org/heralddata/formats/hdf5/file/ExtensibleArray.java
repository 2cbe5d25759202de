package org.heralddata.formats.hdf5.file;

/** The chunk index of a dataset with one unlimited dimension (VII.D). */
final class ExtensibleArray {

    /** Takes an entry's place in the array and its bytes. */
    interface Entries {
        void entry(long number, Block bytes);
    }

    private final Source source;
    private final Entries entries;
    private final int elementSize;
    private final int offsetBytes;
    private final int inIndexBlock;
    private final int smallestBlock;
    private final int smallestPointers;
    private final long perPage;
    private final int superBlocks;
    private final long limit;
    private final long indexBlock;

    private ExtensibleArray(Source source, Block head, Entries entries) {
        this.source = source;
        this.entries = entries;
        head.signature("EAHD");
        head.version(0, "an extensible array");
        head.skip(1);
        elementSize = head.u8();
        int maxBits = head.u8();
        inIndexBlock = head.u8();
        smallestBlock = head.u8();
        smallestPointers = head.u8();
        perPage = 1L << Math.min(head.u8(), 40);
        head.skip(4 * head.lengthSize());
        limit = head.length();
        head.length();
        indexBlock = head.address();
        head.checksum("an extensible array");
        if (elementSize == 0 || smallestBlock == 0 || smallestPointers == 0 || maxBits > 64) {
            throw FormatException.broken(head.position(), "an extensible array of impossible shape");
        }
        offsetBytes = (maxBits + 7) / 8;
        superBlocks = 1 + maxBits - log2(smallestBlock);
    }

    static void read(Source source, long address, Entries entries) {
        Superblock superblock = source.superblock();
        Block head = source.block(address, 16L + 6L * superblock.lengthSize() + superblock.offsetSize());
        var array = new ExtensibleArray(source, head, entries);
        if (array.indexBlock != Block.UNDEFINED) {
            array.readIndexBlock();
        }
    }

    private void readIndexBlock() {
        int offsetSize = source.superblock().offsetSize();
        int directSuperBlocks = 2 * log2(smallestPointers);
        int blocks = 2 * (smallestPointers - 1);
        int supers = Math.max(0, superBlocks - directSuperBlocks);
        long size = 6L + offsetSize + (long) inIndexBlock * elementSize + (long) (blocks + supers) * offsetSize + 4;
        Block block = source.block(indexBlock, size);
        block.signature("EAIB");
        block.skip(2 + offsetSize);
        long number = 0;
        for (int i = 0; i < inIndexBlock; i++) {
            entry(number++, block.slice(elementSize));
        }
        for (int s = 0; s < directSuperBlocks; s++) {
            for (long b = 0; b < blocksOf(s); b++) {
                dataBlock(block.address(), number, elementsOf(s), new byte[0], 0);
                number += elementsOf(s);
            }
        }
        for (int s = directSuperBlocks; s < superBlocks && number < limit; s++) {
            superBlock(block.address(), s, number);
            number += blocksOf(s) * elementsOf(s);
        }
    }

    private void superBlock(long address, int number, long first) {
        if (address == Block.UNDEFINED) {
            return;
        }
        int offsetSize = source.superblock().offsetSize();
        long blocks = blocksOf(number);
        long elements = elementsOf(number);
        long pages = elements > perPage ? elements / perPage : 0;
        long bitmapEach = Math.ceilDiv(pages, 8L);
        long size = 6L + offsetSize + offsetBytes + blocks * bitmapEach + blocks * offsetSize + 4;
        Block block = source.block(address, size);
        block.signature("EASB");
        block.skip(2 + offsetSize + offsetBytes);
        byte[] bitmaps = block.take(Math.toIntExact(blocks * bitmapEach));
        for (long b = 0; b < blocks && first + b * elements < limit; b++) {
            dataBlock(block.address(), first + b * elements, elements, bitmaps, Math.toIntExact(b * bitmapEach));
        }
    }

    private void dataBlock(long address, long first, long elements, byte[] bitmaps, int bitmapAt) {
        if (address == Block.UNDEFINED) {
            return;
        }
        long prefix = 6L + source.superblock().offsetSize() + offsetBytes;
        if (elements <= perPage) {
            Block block = source.block(address, prefix + elements * elementSize + 4);
            block.signature("EADB");
            block.seek((int) prefix);
            page(block, first, elements);
            return;
        }
        long at = address + prefix + 4;
        for (long p = 0; p < elements / perPage; p++) {
            boolean used = bitmaps.length == 0 || (bitmaps[bitmapAt + (int) (p / 8)] & (0x80 >> (p % 8))) != 0;
            if (used) {
                page(source.block(at, perPage * elementSize + 4), first + p * perPage, perPage);
            }
            at += perPage * elementSize + 4;
        }
    }

    private void page(Block block, long first, long count) {
        for (long i = 0; i < count; i++) {
            entry(first + i, block.slice(elementSize));
        }
        block.checksum("a chunk index");
    }

    private void entry(long number, Block bytes) {
        if (number < limit) {
            entries.entry(number, bytes);
        }
    }

    private static long blocksOf(int superBlock) {
        return 1L << (superBlock / 2);
    }

    private long elementsOf(int superBlock) {
        return (1L << ((superBlock + 1) / 2)) * smallestBlock;
    }

    private static int log2(int number) {
        return 31 - Integer.numberOfLeadingZeros(number);
    }
}
