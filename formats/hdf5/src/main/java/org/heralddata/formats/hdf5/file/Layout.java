package org.heralddata.formats.hdf5.file;

import java.util.ArrayList;
import java.util.List;

/** Where the elements of a dataset lie (IV.A.2.i). */
sealed interface Layout {

    /** Within the header. */
    record Compact(Block data) implements Layout {}

    /** In one stretch; {@link Block#UNDEFINED} if never written. */
    record Contiguous(long address) implements Layout {}

    /**
     * In chunks.
     *
     * @param chunk elements of a chunk by dimension
     * @param index how to find them; -1 for the version 1 B-tree, else the number in the message
     * @param address of the index
     * @param single of the one chunk if the index is that of a single filtered one; empty else
     * @param partialUnfiltered true if chunks that reach over the edge are stored without filters
     */
    record Chunked(List<Integer> chunk, int index, long address, List<Long> single, boolean partialUnfiltered)
            implements Layout {}

    int TREE_V1 = -1;
    int SINGLE = 1;
    int IMPLICIT = 2;
    int FIXED_ARRAY = 3;
    int EXTENSIBLE_ARRAY = 4;
    int TREE_V2 = 5;

    static Layout read(Block block) {
        int version = block.u8();
        return switch (version) {
            case 1, 2 -> readOldest(block);
            case 3, 4, 5 -> readClassed(block, version);
            default -> throw FormatException.unsupported("data layout version %d".formatted(version));
        };
    }

    private static Layout readOldest(Block block) {
        int rank = block.u8();
        int kind = block.u8();
        block.skip(5);
        long address = kind == 0 ? Block.UNDEFINED : block.address();
        List<Integer> dims = dims(block, rank, 4);
        return switch (kind) {
            case 0 -> new Compact(block.slice(block.size(4)));
            case 1 -> new Contiguous(address);
            case 2 -> chunked(dims, TREE_V1, address, List.of(), false);
            default -> throw FormatException.broken(block.position(), "an unknown data layout");
        };
    }

    private static Layout readClassed(Block block, int version) {
        int kind = block.u8();
        return switch (kind) {
            case 0 -> new Compact(block.slice(block.u16()));
            case 1 -> new Contiguous(block.address());
            case 2 -> version == 3 ? readChunked(block) : readIndexed(block);
            case 3 -> throw FormatException.unsupported("a virtual dataset");
            default -> throw FormatException.broken(block.position(), "an unknown data layout");
        };
    }

    private static Layout readChunked(Block block) {
        int rank = block.u8();
        long address = block.address();
        return chunked(dims(block, rank, 4), TREE_V1, address, List.of(), false);
    }

    private static Layout readIndexed(Block block) {
        int flags = block.u8();
        int rank = block.u8();
        int width = block.u8();
        if (width < 1 || width > 8) {
            throw FormatException.broken(block.position(), "chunk sizes of %d bytes".formatted(width));
        }
        List<Integer> dims = dims(block, rank, width);
        int index = block.u8();
        List<Long> single = List.of();
        switch (index) {
            case SINGLE -> {
                if ((flags & 2) != 0) {
                    long size = block.length();
                    single = List.of(size, block.u32());
                }
            }
            case IMPLICIT -> {}
            case FIXED_ARRAY -> block.skip(1);
            case EXTENSIBLE_ARRAY -> block.skip(5);
            case TREE_V2 -> block.skip(6);
            default -> throw FormatException.unsupported("chunk index %d".formatted(index));
        }
        return chunked(dims, index, block.address(), single, (flags & 1) != 0);
    }

    private static List<Integer> dims(Block block, int rank, int width) {
        List<Integer> dims = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            dims.add(block.size(width));
        }
        return dims;
    }

    /** The last "dimension" of a chunk is the size of an element. */
    private static Chunked chunked(
            List<Integer> dims, int index, long address, List<Long> single, boolean partialUnfiltered) {
        if (dims.size() < 2 || dims.stream().anyMatch(n -> n == 0)) {
            throw FormatException.broken(-1, "chunks of no size");
        }
        return new Chunked(List.copyOf(dims.subList(0, dims.size() - 1)), index, address, single, partialUnfiltered);
    }
}
