package org.heralddata.formats.root.ntuple;

import java.util.BitSet;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;

/** Values that may be missing: collections of none or one. */
record OptionalCells(FieldColumns columns, Cells inner) implements Cells {

    @Override
    public ColumnType type() {
        return inner.type();
    }

    @Override
    public Shape shape() {
        return inner.shape();
    }

    @Override
    public Vector read(Cluster cluster, long from, int count) {
        Offsets offsets = Offsets.read(cluster.elements(columns, 0), from, count);
        var missing = new BitSet(count);
        for (int i = 0; i < count; i++) {
            int length = offsets.at(i + 1) - offsets.at(i);
            if (length > 1) {
                throw RootFormatException.broken(-1, "an optional value of %d elements".formatted(length));
            }
            missing.set(i, length == 0);
        }
        return Spread.over(inner.read(cluster, offsets.start(), offsets.total()), missing, count);
    }

    @Override
    public long weight(Cluster cluster, long from, long count) {
        if (count == 0) {
            return 0;
        }
        Elements index = cluster.elements(columns, 0);
        long span = Offsets.span(index, from, count);
        return span > Weights.MOST_IN_CELL ? span : 2 * count + inner.weight(cluster, Offsets.start(index, from), span);
    }
}
