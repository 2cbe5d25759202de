package org.heralddata.formats.root.ntuple;

import java.util.List;
import org.heralddata.formats.root.file.RootFormatException;

/** Chooses how many rows to read at once, so that memory stays bounded however long the lists are. */
final class Weights {
    /** Places of 8 bytes for all columns of a batch, if it has more than one row. */
    private static final long MOST_IN_BATCH = 4L << 20;
    /** The same of a single row. */
    static final long MOST_IN_CELL = 16L << 20;

    private Weights() {}

    /** @return at least 1, at most {@code rows} */
    static int rows(List<Cells> columns, Cluster cluster, long from, int rows) {
        for (int n = rows; ; n = (n + 1) / 2) {
            long weight = 0;
            for (Cells column : columns) {
                weight += Math.min(column.weight(cluster, from, n), Long.MAX_VALUE / 1_000_000);
            }
            if (weight <= MOST_IN_BATCH) {
                return n;
            }
            if (n == 1) {
                if (weight > MOST_IN_CELL) {
                    throw RootFormatException.unsupported("a row of %d bytes".formatted(8 * weight));
                }
                return 1;
            }
        }
    }
}
