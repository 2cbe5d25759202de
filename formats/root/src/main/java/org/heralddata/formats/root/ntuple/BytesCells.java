package org.heralddata.formats.root.ntuple;

import java.util.Arrays;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;

/** Bytes without meaning to Herald: collections of {@code std::byte}. */
record BytesCells(FieldColumns index, FieldColumns bytes) implements Cells {

    @Override
    public ColumnType type() {
        return ColumnType.BYTES;
    }

    @Override
    public Shape shape() {
        return Shape.SCALAR;
    }

    @Override
    public Vector read(Cluster cluster, long from, int count) {
        Offsets offsets = Offsets.read(cluster.elements(index, 0), from, count);
        byte[] all = cluster.elements(bytes, 0).bytes(offsets.start(), offsets.total());
        byte[][] values = new byte[count][];
        for (int i = 0; i < count; i++) {
            values[i] = Arrays.copyOfRange(all, offsets.at(i), offsets.at(i + 1));
        }
        return new Vector.Blobs(values, count, null);
    }

    @Override
    public long weight(Cluster cluster, long from, long count) {
        return count > Weights.MOST_IN_CELL
                ? count
                : 4 * count + Offsets.span(cluster.elements(index, 0), from, count) / 4;
    }
}
