package org.heralddata.formats.hdf5.file;

import java.util.List;

/**
 * A dataset seen as rows along its first dimension.
 *
 * @param rows        number of rows
 * @param cell        sizes of the other dimensions
 * @param elementSize bytes of an element
 * @param rowBytes    bytes of a row
 */
record RowShape(long rows, List<Long> cell, int elementSize, int rowBytes) {
    private static final long LARGEST_ROW = 256L << 20;

    static RowShape of(Dataspace space, int elementSize) {
        if (space.empty()) {
            return new RowShape(0, List.of(), elementSize, elementSize);
        }
        if (space.rank() == 0) {
            return new RowShape(1, List.of(), elementSize, elementSize);
        }
        List<Long> cell = space.dims().subList(1, space.rank());
        long bytes = elementSize;
        for (long dim : cell) {
            if (dim != 0 && bytes > LARGEST_ROW / dim) {
                throw FormatException.unsupported("a row of more than %d bytes".formatted(LARGEST_ROW));
            }
            bytes *= dim;
        }
        return new RowShape(space.dims().get(0), cell, elementSize, (int) bytes);
    }
}
