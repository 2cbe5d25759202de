package org.heralddata.formats.root.cells;

import org.heralddata.formats.root.file.RootBuffer;
import org.heralddata.formats.root.streamer.Packing;
import org.heralddata.formats.root.streamer.Primitive;
import org.jspecify.annotations.Nullable;

/** Numbers, as they are or packed. One may count the elements of an array. */
final class NumberNode extends Node {
    private final Cells cells;
    private final @Nullable Primitive primitive;
    private final @Nullable Packing packing;
    private final int width;

    NumberNode(Cells cells, Primitive primitive) {
        this.cells = cells;
        this.primitive = primitive;
        packing = null;
        width = primitive.bytes();
    }

    NumberNode(Cells cells, Packing packing) {
        this.cells = cells;
        primitive = null;
        this.packing = packing;
        width = packing.bytes();
    }

    @Override
    public void read(RootBuffer in, int count) {
        in.need((long) count * width);
        int from = in.at();
        if (primitive != null) {
            cells.add(primitive, in.array(), from, count);
        } else if (packing != null) {
            cells.add(packing, in.array(), from, count);
        }
        in.skip(count * width);
    }

    /** One of the integers read last. */
    long recent(int count, int index) {
        return cells.recent(count, index);
    }

    @Override
    public int readMembersUpTo(RootBuffer in, int end) {
        int bytes = end - in.at();
        if (bytes % width != 0) {
            throw in.broken("%d bytes hold no whole number of values of %d bytes".formatted(bytes, width));
        }
        read(in, bytes / width);
        return bytes / width;
    }

    @Override
    public int width() {
        return width;
    }
}
