package org.heralddata.formats.root.ntuple;

import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;

/** Numbers and truth values, one an element. */
record NumberCells(ColumnType type, FieldColumns columns) implements Cells {

    @Override
    public Shape shape() {
        return Shape.SCALAR;
    }

    @Override
    public Vector read(Cluster cluster, long from, int count) {
        Elements elements = cluster.elements(columns, 0);
        elements.check(from, count);
        if (elements.encoding().kind() == Encoding.Kind.DOUBLES) {
            double[] values = new double[count];
            elements.doubles(from, count, values);
            return new Vector.Doubles(values, count, null);
        }
        long[] values = new long[count];
        elements.longs(from, count, values);
        return new Vector.Longs(values, count, null);
    }

    @Override
    public long weight(Cluster cluster, long from, long count) {
        return count;
    }
}
