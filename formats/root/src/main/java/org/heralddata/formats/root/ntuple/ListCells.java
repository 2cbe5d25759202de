package org.heralddata.formats.root.ntuple;

import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;

/** Collections of what {@code inner} reads. */
record ListCells(FieldColumns columns, Cells inner) implements Cells {

    @Override
    public ColumnType type() {
        return inner.type();
    }

    @Override
    public Shape shape() {
        return Nesting.within(Shape.VARIES, inner);
    }

    @Override
    public Vector read(Cluster cluster, long from, int count) {
        Offsets offsets = Offsets.read(cluster.elements(columns, 0), from, count);
        Vector elements = inner.read(cluster, offsets.start(), offsets.total());
        return Nesting.lists(offsets::times, elements, inner.shape(), count, null);
    }

    @Override
    public long weight(Cluster cluster, long from, long count) {
        if (count == 0) {
            return 0;
        }
        Elements index = cluster.elements(columns, 0);
        long span = Offsets.span(index, from, count);
        return span > Weights.MOST_IN_CELL ? span : count + inner.weight(cluster, Offsets.start(index, from), span);
    }
}
