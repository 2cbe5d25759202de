package org.heralddata.formats.root.ntuple;

import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;

/** How many elements another field's collections have. */
record CardinalityCells(ColumnType type, FieldColumns columns) implements Cells {

    @Override
    public Shape shape() {
        return Shape.SCALAR;
    }

    @Override
    public Vector read(Cluster cluster, long from, int count) {
        Offsets offsets = Offsets.read(cluster.elements(columns, 0), from, count);
        long[] lengths = new long[count];
        for (int i = 0; i < count; i++) {
            lengths[i] = (long) offsets.at(i + 1) - offsets.at(i);
        }
        return new Vector.Longs(lengths, count, null);
    }

    @Override
    public long weight(Cluster cluster, long from, long count) {
        return 2 * count;
    }
}
