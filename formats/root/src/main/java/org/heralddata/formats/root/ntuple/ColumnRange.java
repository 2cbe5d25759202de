package org.heralddata.formats.root.ntuple;

import java.util.ArrayList;
import java.util.List;

/**
 * What a cluster holds of a column.
 *
 * @param pages      in the order of their elements
 * @param suppressed true if another representation holds the values in this cluster
 */
record ColumnRange(List<Page> pages, boolean suppressed) {
    private static final int SMALLEST = 12 + 8;

    /** Of all columns of a cluster, by their ids; columns added later may be missing at the end. */
    static List<ColumnRange> readAll(Frames columns) {
        var ranges = new ArrayList<ColumnRange>(columns.items());
        for (int i = 0; i < columns.items(); i++) {
            Frames inner = columns.list(Page.SMALLEST);
            var pages = new ArrayList<Page>(inner.items());
            for (int p = 0; p < inner.items(); p++) {
                pages.add(Page.read(inner));
            }
            ranges.add(new ColumnRange(pages, inner.i64() < 0));
        }
        return ranges;
    }

    /** The frame of a cluster's columns. */
    static Frames enter(Frames clusters) {
        return clusters.list(SMALLEST);
    }
}
