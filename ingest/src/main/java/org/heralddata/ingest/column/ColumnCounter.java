package org.heralddata.ingest.column;

import java.util.BitSet;
import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.Range;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Counts what a column holds, over all elements. For one thread. */
public final class ColumnCounter {
    private final ColumnType type;
    private final double from;
    private final double to;
    private long nulls;
    private long nans;
    private long outOfRange;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** @param declared range outside which values are counted; null if none is declared */
    public ColumnCounter(ColumnType type, @Nullable Range declared) {
        this.type = type;
        from = declared == null ? Double.NEGATIVE_INFINITY : declared.min();
        to = declared == null ? Double.POSITIVE_INFINITY : declared.max();
    }

    public void add(Vector vector) {
        BitSet absent = vector.nulls();
        nulls += absent == null ? 0 : absent.cardinality();
        elements(vector);
    }

    public ColumnStatistics statistics() {
        boolean any = min <= max;
        return new ColumnStatistics(
                nulls, nans, outOfRange, any ? Double.valueOf(min) : null, any ? Double.valueOf(max) : null);
    }

    private void elements(Vector vector) {
        BitSet absent = vector.nulls();
        switch (vector) {
            case Vector.Doubles(var values, var size, var _) -> {
                for (int row = 0; row < size; row++) {
                    if (absent == null || !absent.get(row)) {
                        count(values[row]);
                    }
                }
            }
            case Vector.Longs(var values, var size, var _) -> {
                for (int row = 0; row < size; row++) {
                    if (absent == null || !absent.get(row)) {
                        count(type == ColumnType.UINT64 ? TypeCast.unsigned(values[row]) : (double) values[row]);
                    }
                }
            }
            case Vector.Lists(var _, var elements, var _, var _) -> elements(elements);
            case Vector.Strings _, Vector.Blobs _ -> {}
        }
    }

    private void count(double value) {
        if (Double.isNaN(value)) {
            nans++;
            return;
        }
        if (value < from || value > to) {
            outOfRange++;
        }
        if (Double.isFinite(value)) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
    }
}
