package org.heralddata.formats.hdf5.file;

/** The heap of links and attributes that do not fit into a header (III.G). */
final class FractalHeap {
    private final Source source;
    private final long address;
    private final int largestDirect;
    private final int width;
    private final int startSize;
    private final int offsetBytes;
    private final int lengthBytes;
    private final int idLength;
    private final long root;
    private final int rootRows;
    private final long hugeTree;

    FractalHeap(Source source, long address) {
        this.source = source;
        this.address = address;
        Superblock superblock = source.superblock();
        Block head = source.block(address, 26L + 12L * superblock.lengthSize() + 3L * superblock.offsetSize());
        head.signature("FRHP");
        head.version(0, "a fractal heap");
        idLength = head.u16();
        int filters = head.u16();
        head.skip(1);
        long largestManaged = head.u32();
        head.length();
        hugeTree = head.address();
        head.skip(superblock.lengthSize());
        head.address();
        head.skip(8 * superblock.lengthSize());
        width = head.u16();
        startSize = head.size(superblock.lengthSize());
        largestDirect = head.size(superblock.lengthSize());
        int offsetBits = head.u16();
        head.skip(2);
        root = head.address();
        rootRows = head.u16();
        if (filters > 0) {
            throw FormatException.unsupported("a compressed fractal heap");
        }
        head.checksum("a fractal heap");
        if (width == 0 || startSize == 0 || largestDirect < startSize || offsetBits > 64) {
            throw FormatException.broken(source.absolute(address), "a fractal heap of impossible shape");
        }
        offsetBytes = (offsetBits + 7) / 8;
        lengthBytes = bytesFor(Math.min(largestDirect, largestManaged));
    }

    private static int bytesFor(long number) {
        return (63 - Long.numberOfLeadingZeros(Math.max(1, number))) / 8 + 1;
    }

    int idLength() {
        return idLength;
    }

    /** The object that an identifier stands for. */
    Block object(Block id) {
        long where = id.position();
        int start = id.passed();
        int flags = id.u8();
        Block object = switch ((flags >> 4) & 3) {
            case 0 -> {
                long offset = id.uint(offsetBytes);
                int length = id.size(lengthBytes);
                yield managed(offset, length);
            }
            case 1 -> huge(id);
            case 2 -> {
                int length = (flags & 0xf) + 1;
                yield id.slice(length);
            }
            default -> throw FormatException.broken(where, "a heap object of an unknown kind");
        };
        id.seek(start + idLength);
        return object;
    }

    private Block managed(long offset, int length) {
        if (rootRows == 0) {
            return source.block(root + offset, length);
        }
        return descend(root, rootRows, 0, offset, length);
    }

    private Block descend(long block, int rows, long blockStart, long offset, int length) {
        Superblock superblock = source.superblock();
        long start = blockStart;
        int entry = 0;
        for (int row = 0; row < rows; row++) {
            long size = rowSize(row);
            if (offset < start + size * width) {
                long column = (offset - start) / size;
                long pointer = 5L + superblock.offsetSize() + offsetBytes + (entry + column) * superblock.offsetSize();
                long child =
                        source.block(block + pointer, superblock.offsetSize()).address();
                long childStart = start + column * size;
                if (size <= largestDirect) {
                    return source.block(child + (offset - childStart), length);
                }
                return descend(child, rowsWithin(size), childStart, offset, length);
            }
            start += size * width;
            entry += width;
        }
        throw FormatException.broken(source.absolute(address), "a heap object beyond the heap");
    }

    private long rowSize(int row) {
        return row < 2 ? startSize : (long) startSize << (row - 1);
    }

    /** Rows of an indirect block that spans {@code size} bytes: fewer than those of its parent. */
    private int rowsWithin(long size) {
        return log2(size) - log2((long) startSize * width) + 1;
    }

    private static int log2(long number) {
        return 63 - Long.numberOfLeadingZeros(number);
    }

    private Block huge(Block id) {
        Superblock superblock = source.superblock();
        if (idLength - 1 >= superblock.offsetSize() + superblock.lengthSize()) {
            long object = id.address();
            return source.block(object, id.length());
        }
        long key = id.uint(Math.min(8, idLength - 1));
        var found = new Block[1];
        TreeV2.read(source, hugeTree, record -> {
            long object = record.address();
            long length = record.length();
            if (record.length() == key) {
                found[0] = source.block(object, length);
            }
        });
        if (found[0] == null) {
            throw FormatException.broken(id.position(), "a huge heap object that is not there");
        }
        return found[0];
    }
}
