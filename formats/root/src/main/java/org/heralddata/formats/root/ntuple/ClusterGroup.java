package org.heralddata.formats.root.ntuple;

import java.util.ArrayList;
import java.util.List;

/**
 * Some clusters with a page list of their own (section "Cluster Group Record Frame").
 *
 * @param entries of all its clusters
 * @param length  of the page list after decompression
 */
record ClusterGroup(long entries, int clusters, Extent pageList, long length) {
    private static final int SMALLEST = 8 + 20 + 8 + 12;

    static List<ClusterGroup> readAll(Frames footer) {
        Frames records = footer.list(SMALLEST);
        var groups = new ArrayList<ClusterGroup>(records.items());
        for (int i = 0; i < records.items(); i++) {
            Frames record = records.record();
            record.skip(8); // first entry: groups follow each other
            long entries = record.i64();
            int clusters = record.i32();
            long length = record.i64();
            if (entries < 0 || clusters < 0) {
                throw record.broken("a group of %d clusters with %d entries".formatted(clusters, entries));
            }
            groups.add(new ClusterGroup(entries, clusters, Extent.read(record), length));
        }
        return groups;
    }
}
