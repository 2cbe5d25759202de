package org.heralddata.formats.hdf5.file;

import java.util.List;

/** How chunks tile a dataset, and how its indexes number them. */
final class ChunkGrid {
    private final int rank;
    private final int[] chunk;
    private final long[] counts;
    private final long[] mostCounts;
    private final int unlimitedDim;

    ChunkGrid(Dataspace space, List<Integer> chunk) {
        rank = space.rank();
        if (chunk.size() != rank) {
            throw FormatException.broken(
                    -1, "chunks of %d dimensions in a dataset of %d".formatted(chunk.size(), rank));
        }
        this.chunk = chunk.stream().mapToInt(n -> n).toArray();
        counts = new long[rank];
        mostCounts = new long[rank];
        int unlimited = -1;
        for (int i = 0; i < rank; i++) {
            counts[i] = Math.ceilDiv(space.dims().get(i), (long) this.chunk[i]);
            long most = space.maxDims().get(i);
            mostCounts[i] = most == Long.MAX_VALUE ? Long.MAX_VALUE : Math.ceilDiv(most, (long) this.chunk[i]);
            if (most == Long.MAX_VALUE && unlimited < 0) {
                unlimited = i;
            }
        }
        unlimitedDim = unlimited;
    }

    /** Chunks side by side that make up one layer of rows. */
    long across() {
        long across = 1;
        for (int i = 1; i < rank; i++) {
            across = Math.multiplyExact(across, counts[i]);
        }
        return across;
    }

    long total() {
        return Math.multiplyExact(across(), counts[0]);
    }

    /** The number of the chunk at chunk coordinates; -1 if it lies outside the current extent. */
    long number(long[] scaled) {
        long number = 0;
        for (int i = 0; i < rank; i++) {
            if (scaled[i] >= counts[i]) {
                return -1;
            }
            number = number * counts[i] + scaled[i];
        }
        return number;
    }

    long[] coordinates(long number) {
        long[] scaled = new long[rank];
        long left = number;
        for (int i = rank - 1; i >= 0; i--) {
            scaled[i] = left % counts[i];
            left /= counts[i];
        }
        return scaled;
    }

    long[] scaled(long[] offsets) {
        long[] scaled = new long[rank];
        for (int i = 0; i < rank; i++) {
            scaled[i] = offsets[i] / chunk[i];
        }
        return scaled;
    }

    /** Our number for the entry of an array index, which counts over the largest extent; -1 if outside. */
    long fromArrayIndex(long entry) {
        long[] scaled = new long[rank];
        long left = entry;
        for (int i = rank - 1; i >= 0; i--) {
            if (i == unlimitedDim) {
                continue;
            }
            scaled[i] = left % mostCounts[i];
            left /= mostCounts[i];
        }
        if (unlimitedDim >= 0) {
            scaled[unlimitedDim] = left;
        } else if (left > 0) {
            return -1;
        }
        return number(scaled);
    }

    int rank() {
        return rank;
    }
}
