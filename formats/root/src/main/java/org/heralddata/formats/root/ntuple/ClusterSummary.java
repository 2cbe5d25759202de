package org.heralddata.formats.root.ntuple;

import org.heralddata.formats.root.file.RootFormatException;

/**
 * Which entries a cluster holds (section "Cluster Summary Record Frame").
 *
 * @param first   entry
 * @param entries number of them
 */
record ClusterSummary(long first, long entries) {
    static final int SMALLEST = 24;
    private static final int SHARDED = 1;

    static ClusterSummary read(Frames in) {
        long first = in.i64();
        long packed = in.i64();
        if (((packed >>> 56) & SHARDED) != 0) {
            throw RootFormatException.unsupported("clusters of RNTuple in shards");
        }
        return new ClusterSummary(first, packed & 0xff_ffff_ffff_ffffL);
    }
}
