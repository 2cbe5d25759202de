package org.heralddata.formats.root.write;

import java.io.IOException;
import java.util.List;
import org.heralddata.model.table.Vector;

/** The branches that hold the values of a column. */
interface ColumnWriter {

    /** Adds rows {@code from} to {@code to}, end excluded. */
    void write(Vector vector, int from, int to) throws IOException;

    /** Its branches, counters first. */
    List<Branch> branches();

    /** Their TBranches, in the same order. */
    List<StoredObject> stored(String title);
}
