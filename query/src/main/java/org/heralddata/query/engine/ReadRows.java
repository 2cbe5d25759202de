package org.heralddata.query.engine;

import java.util.Iterator;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.query.RowStream;
import org.jspecify.annotations.Nullable;

/** A few rows that were read already. For one thread; closing it does nothing. */
public final class ReadRows implements RowStream {
    private final List<Column> columns;
    private final Iterator<Batch> batches;

    /**
     * @param columns of each batch
     * @param batches in the order in which they are given
     */
    public ReadRows(List<Column> columns, List<Batch> batches) {
        this.columns = columns;
        this.batches = List.copyOf(batches).iterator();
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public @Nullable Batch next() {
        return batches.hasNext() ? batches.next() : null;
    }

    @Override
    public void close() {}
}
