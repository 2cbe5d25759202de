package org.heralddata.formats.hdf5.file;

import java.nio.charset.StandardCharsets;

/**
 * The start of a file: sizes of addresses and the way to the root group (specification, II.A).
 *
 * @param base       byte of the file to which all addresses are relative
 * @param offsetSize bytes of an address, 2 to 8
 * @param lengthSize bytes of a length, 2 to 8
 * @param end        byte after the last that belongs to the file
 * @param root       address of the root group's object header
 */
record Superblock(long base, int offsetSize, int lengthSize, long end, long root) {

    /** Stands in until the real one is read. */
    static final Superblock NONE = new Superblock(0, 8, 8, 0, 0);

    static final String SIGNATURE = "\u0089HDF\r\n\u001a\n";

    private static final int LARGEST = 128;

    /** Looks for the signature at bytes 0, 512, 1024, 2048 and so on. */
    static Superblock find(Source source) {
        for (long at = 0; at + 16 <= source.length(); at = at == 0 ? 512 : at * 2) {
            Block block = source.block(at, Math.min(LARGEST, source.length() - at));
            byte[] start = block.take(8);
            if (new String(start, StandardCharsets.ISO_8859_1).equals(SIGNATURE)) {
                return read(block, at);
            }
        }
        throw FormatException.broken(0, "no HDF5 signature at byte 0, 512, 1024 or so on");
    }

    private static Superblock read(Block block, long base) {
        int version = block.u8();
        return switch (version) {
            case 0, 1 -> readOld(block, base, version);
            case 2, 3 -> readNew(block, base);
            default -> throw FormatException.unsupported("superblock version %d".formatted(version));
        };
    }

    private static Superblock readOld(Block block, long base, int version) {
        block.skip(4);
        int offsetSize = width(block);
        int lengthSize = width(block);
        block.skip(version == 0 ? 9 : 13);
        Block sized = resized(block, offsetSize, lengthSize);
        sized.address();
        sized.address();
        long end = sized.address();
        sized.address();
        sized.address();
        return new Superblock(base, offsetSize, lengthSize, end, sized.address());
    }

    private static Superblock readNew(Block block, long base) {
        int offsetSize = width(block);
        int lengthSize = width(block);
        block.skip(1);
        Block sized = resized(block, offsetSize, lengthSize);
        sized.address();
        sized.address();
        long end = sized.address();
        return new Superblock(base, offsetSize, lengthSize, end, sized.address());
    }

    private static int width(Block block) {
        long where = block.position();
        int width = block.u8();
        if (width < 2 || width > 8) {
            throw FormatException.broken(where, "addresses of %d bytes".formatted(width));
        }
        return width;
    }

    private static Block resized(Block block, int offsetSize, int lengthSize) {
        long where = block.position();
        return new Block(block.take(block.remaining()), where, offsetSize, lengthSize);
    }
}
