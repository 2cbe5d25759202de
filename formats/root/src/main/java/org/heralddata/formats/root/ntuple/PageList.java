package org.heralddata.formats.root.ntuple;

import java.util.ArrayList;
import java.util.List;

/** The clusters of a group, one after the other (section "Page List Envelope"). For one thread. */
final class PageList {
    private final List<ClusterSummary> summaries = new ArrayList<>();
    private final Frames clusters;
    private int next;

    private PageList(Frames clusters) {
        this.clusters = clusters;
    }

    /** @param headerChecksum of the header that it must belong to */
    static PageList read(PageSource source, ClusterGroup group, long headerChecksum) {
        Frames in = Envelope.read(source, Envelope.PAGE_LIST, group.pageList(), group.length())
                .content();
        if (in.i64() != headerChecksum) {
            throw in.broken("a page list belongs to another header");
        }
        Frames records = in.list(ClusterSummary.SMALLEST);
        var list = new PageList(in.list(12));
        long entries = 0;
        for (int i = 0; i < records.items(); i++) {
            ClusterSummary summary = ClusterSummary.read(records.record());
            list.summaries.add(summary);
            entries += summary.entries();
        }
        if (list.clusters.items() != records.items() || group.clusters() != records.items()) {
            throw in.broken("%d clusters with pages of %d".formatted(group.clusters(), list.clusters.items()));
        }
        if (entries != group.entries()) {
            throw in.broken("clusters of %d entries in a group of %d".formatted(entries, group.entries()));
        }
        return list;
    }

    boolean hasNext() {
        return next < summaries.size();
    }

    ClusterSummary nextSummary() {
        return summaries.get(next++);
    }

    /** The columns of the cluster whose summary was given last. */
    List<ColumnRange> columns() {
        return ColumnRange.readAll(ColumnRange.enter(clusters));
    }
}
