package org.heralddata.query;

import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.jspecify.annotations.Nullable;

/** Rows on their way, in bounded memory. For one thread. Closed early, the query is cancelled. */
public interface RowStream extends AutoCloseable {

    /** The columns of each batch. */
    List<Column> columns();

    /** The next rows; null after the last. */
    @Nullable
    Batch next();

    @Override
    void close();
}
