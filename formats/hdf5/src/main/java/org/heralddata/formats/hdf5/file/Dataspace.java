package org.heralddata.formats.hdf5.file;

import java.util.ArrayList;
import java.util.List;

/**
 * The extent of a dataset or attribute.
 *
 * @param dims    current sizes, slowest first; empty for a scalar
 * @param maxDims largest sizes, {@link Long#MAX_VALUE} for unlimited
 * @param empty   true of the null dataspace, which holds nothing at all
 */
public record Dataspace(List<Long> dims, List<Long> maxDims, boolean empty) {

    public Dataspace {
        dims = List.copyOf(dims);
        maxDims = List.copyOf(maxDims);
    }

    static Dataspace read(Block block) {
        long where = block.position();
        int version = block.u8();
        int rank = block.u8();
        int flags = block.u8();
        boolean empty = false;
        if (version == 1) {
            block.skip(5);
        } else if (version == 2) {
            empty = block.u8() == 2;
        } else {
            throw FormatException.broken(where, "a dataspace of version %d".formatted(version));
        }
        List<Long> dims = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            dims.add(block.length());
        }
        List<Long> maxDims = new ArrayList<>(dims);
        if ((flags & 1) != 0) {
            maxDims.clear();
            for (int i = 0; i < rank; i++) {
                maxDims.add(block.lengthOrUnlimited());
            }
        }
        return new Dataspace(dims, maxDims, empty);
    }

    public int rank() {
        return dims.size();
    }

    /** Number of elements; 1 for a scalar, 0 for the null dataspace. */
    public long elements() {
        try {
            return empty ? 0 : dims.stream().reduce(1L, Math::multiplyExact);
        } catch (ArithmeticException e) {
            throw FormatException.unsupported("more than 2^63 elements");
        }
    }
}
