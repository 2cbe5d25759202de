package org.heralddata.query.service;

import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.query.RowStream;
import org.jspecify.annotations.Nullable;

/** Rows of one table after another, each opened when the one before has ended. */
final class ChainedRows implements RowStream {
    private final List<Column> columns;
    private final Deque<Supplier<RowStream>> waiting;
    private long left;
    private @Nullable RowStream open;

    /**
     * @param limit of all together; null for none. No stream has more rows than it.
     */
    ChainedRows(List<Column> columns, Deque<Supplier<RowStream>> waiting, @Nullable Long limit) {
        this.columns = columns;
        this.waiting = waiting;
        left = limit == null ? Long.MAX_VALUE : limit;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public @Nullable Batch next() {
        while (left > 0) {
            RowStream current = open;
            if (current == null) {
                Supplier<RowStream> table = waiting.poll();
                if (table == null) {
                    return null;
                }
                current = table.get();
                open = current;
            }
            Batch batch = current.next();
            if (batch != null) {
                Batch shown = batch.rows() > left ? Batches.first(batch, (int) left) : batch;
                left -= shown.rows();
                return shown;
            }
            current.close();
            open = null;
        }
        return null;
    }

    @Override
    public void close() {
        waiting.clear();
        RowStream current = open;
        open = null;
        if (current != null) {
            current.close();
        }
    }
}
