package org.heralddata.formats.root.ntuple;

import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;

/** Reads one leaf of the tree of fields through all collections, arrays and options above it. Stateless. */
interface Cells {

    ColumnType type();

    /** Of the value of one element of the field. */
    Shape shape();

    /** Elements of this field from {@code from} on, numbered within the cluster. */
    Vector read(Cluster cluster, long from, int count);

    /** Places in memory of 8 bytes, about, that {@link #read} would take; looks at offsets only. */
    long weight(Cluster cluster, long from, long count);
}
