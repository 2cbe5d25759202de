package org.heralddata.spi;

import java.io.Closeable;
import java.io.IOException;
import org.heralddata.model.table.Batch;

/** A table being written. For one thread. Closed without {@link #finish()}, the output is incomplete. */
public interface TableSink extends Closeable {

    /** Adds rows; vectors as the header's columns. */
    void write(Batch batch) throws IOException;

    /** Completes the output. */
    void finish() throws IOException;
}
