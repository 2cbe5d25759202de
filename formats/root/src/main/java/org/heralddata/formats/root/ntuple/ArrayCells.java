package org.heralddata.formats.root.ntuple;

import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;

/** Arrays of {@code length} of what {@code inner} reads; of bits too. */
record ArrayCells(int length, Cells inner) implements Cells {

    @Override
    public ColumnType type() {
        return inner.type();
    }

    @Override
    public Shape shape() {
        return Nesting.within(length, inner);
    }

    @Override
    public Vector read(Cluster cluster, long from, int count) {
        Vector elements = inner.read(cluster, Math.multiplyExact(from, length), Math.multiplyExact(count, length));
        return Nesting.lists(
                factor -> steps(count, Math.multiplyExact(length, factor)), elements, inner.shape(), count, null);
    }

    private static int[] steps(int count, int step) {
        int[] offsets = new int[count + 1];
        for (int i = 0; i <= count; i++) {
            offsets[i] = Math.multiplyExact(i, step);
        }
        return offsets;
    }

    @Override
    public long weight(Cluster cluster, long from, long count) {
        long elements = Math.multiplyExact(count, length);
        return elements > Weights.MOST_IN_CELL
                ? elements
                : count + inner.weight(cluster, Math.multiplyExact(from, length), elements);
    }
}
