package org.heralddata.formats.root.ntuple;

import java.util.BitSet;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;

/**
 * One alternative of variants: a value where it is the one held, null elsewhere.
 *
 * @param tag of the alternative, from 1
 */
record VariantCells(FieldColumns columns, int tag, Cells inner) implements Cells {

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
        long[] switches = switches(cluster, from, count);
        var missing = new BitSet(count);
        long start = 0;
        int held = 0;
        for (int i = 0; i < count; i++) {
            if (switches[i] >>> PageDecoder.TAG != tag) {
                missing.set(i);
                continue;
            }
            long index = index(switches[i]);
            start = held == 0 ? index : start;
            if (index != start + held) {
                throw RootFormatException.broken(
                        -1, "a variant's value is element %d instead of %d".formatted(index, start + held));
            }
            held++;
        }
        return Spread.over(inner.read(cluster, start, held), missing, count);
    }

    private long[] switches(Cluster cluster, long from, int count) {
        Elements elements = cluster.elements(columns, 0);
        elements.check(from, count);
        long[] switches = new long[count];
        elements.longs(from, count, switches);
        return switches;
    }

    private static long index(long packed) {
        return packed & ((1L << PageDecoder.TAG) - 1);
    }

    @Override
    public long weight(Cluster cluster, long from, long count) {
        if (count > Weights.MOST_IN_CELL) {
            return count;
        }
        long[] switches = switches(cluster, from, (int) count);
        long start = 0;
        long held = 0;
        for (long one : switches) {
            if (one >>> PageDecoder.TAG == tag) {
                start = held == 0 ? index(one) : start;
                held++;
            }
        }
        return 2 * count + inner.weight(cluster, start, held);
    }
}
