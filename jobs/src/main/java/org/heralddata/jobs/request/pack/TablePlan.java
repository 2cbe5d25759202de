package org.heralddata.jobs.request.pack;

import org.heralddata.query.RowStream;
import org.heralddata.spi.TableHeader;

/**
 * A table that a package will hold.
 *
 * @param name of its file, without ending
 */
record TablePlan(String name, TableHeader header, Rows rows) {

    /** Opens the rows; to be closed. */
    interface Rows {
        RowStream open();
    }
}
