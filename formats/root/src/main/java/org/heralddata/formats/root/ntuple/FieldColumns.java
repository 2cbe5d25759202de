package org.heralddata.formats.root.ntuple;

import java.util.List;

/**
 * The columns of a field, in one or several representations, of which each cluster uses one.
 *
 * @param representations each with as many columns, in order
 * @param perEntry        elements of the first column for each entry of the table; negative if the field lies in a
 *                        collection or variant, so that only another column can tell
 */
record FieldColumns(List<List<ColumnRecord>> representations, long perEntry) {

    /** True if the field was added after the first entries, so that clusters may lack it. */
    boolean deferred() {
        return representations.getFirst().getFirst().deferred();
    }

    ColumnRecord first() {
        return representations.getFirst().getFirst();
    }
}
