package org.heralddata.formats.hdf5.write;

import java.io.Closeable;
import java.io.IOException;
import org.heralddata.model.table.Batch;

/** The rows of a table on their way into the file. For one thread. */
interface TableRows extends Closeable {

    void write(Batch batch) throws IOException;

    /** Writes what is left, and the headers; links the table into the root group. */
    void finish(HeaderBuilder root) throws IOException;
}
