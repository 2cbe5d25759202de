package org.heralddata.formats.root.write;

import java.io.IOException;
import java.util.BitSet;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Which rows of a column have a value: a branch of booleans that begins to exist with the first that has none. */
final class ValidMask {
    private final String name;
    private final BasketStore store;
    private final int basketBytes;
    private @Nullable Branch branch;
    private long rows;

    ValidMask(String name, BasketStore store, int basketBytes) {
        this.name = name;
        this.store = store;
        this.basketBytes = basketBytes;
    }

    void write(Vector vector, int from, int to) throws IOException {
        BitSet nulls = vector.nulls();
        int first = nulls == null ? -1 : nulls.nextSetBit(from);
        Branch flags = branch;
        if (flags == null && first >= 0 && first < to) {
            flags = new Branch(name, 1, store, basketBytes);
            branch = flags;
            for (long row = 0; row < rows; row++) {
                flag(flags, true);
            }
        }
        if (flags != null) {
            for (int row = from; row < to; row++) {
                flag(flags, !vector.isNull(row));
            }
        }
        rows += to - from;
    }

    private static void flag(Branch flags, boolean valid) throws IOException {
        flags.bytes().u8(valid ? 1 : 0);
        flags.advance(1);
    }

    /** Null if every row has a value. */
    @Nullable
    Branch branch() {
        return branch;
    }

    static StoredObject stored(Branch branch, String column) {
        return branch.stored("True where " + column + " has a value", Leaves.of(LeafType.BOOL, branch.name(), "", 1));
    }
}
