package org.heralddata.formats.root.tree;

import org.heralddata.formats.root.streamer.Type;

/** How many bytes an element takes of an array that a leaf counts. */
final class EntryWidths {

    private EntryWidths() {}

    /** Bytes of one counted element with its fixed dimensions; 0 if they differ or are not known. */
    static int of(Branch branch, Leaf leaf) {
        if (!branch.kind().equals("TBranch")) {
            return 0;
        }
        int bytes = switch (leaf.type()) {
            case Type.Numeric(var primitive) -> primitive.bytes();
            case Type.Packed(var packing) -> packing.bytes();
            case null, default -> 0;
        };
        long elements = leaf.dimensions().stream().mapToLong(n -> n).reduce(1, (a, b) -> a * b);
        return elements > Integer.MAX_VALUE / 8 ? 0 : (int) elements * bytes;
    }
}
