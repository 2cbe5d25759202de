package org.heralddata.store;

import org.heralddata.model.table.Batch;

/** A table of a {@link ReleaseTransaction}, in the making. For one thread. */
public interface StagedTable {

    /** Adds rows; vectors as the columns that the table was started with. */
    void append(Batch batch);

    /** Ends the rows: sorts and writes the files. */
    void finish();
}
