package org.heralddata.query.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.query.RowStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a query. A worker is busy only while it fetches; one batch is fetched ahead while the caller writes the last. A
 * slow client so holds a connection, but no thread.
 */
final class DuckDbRows implements RowStream {
    private final Workers workers;
    private final Query query;
    private final DuckDbBatches batches;
    private final List<Column> columns;
    private final Semaphore streams;
    private final Duration patience;
    private @Nullable Future<Optional<Batch>> ahead;
    private boolean closed;

    /**
     * @param streams  has lent a permit, which is given back on close
     * @param patience until the first row, and between batches
     */
    DuckDbRows(Workers workers, Query query, List<Column> columns, Semaphore streams, Duration patience) {
        this.workers = workers;
        this.query = query;
        this.columns = columns;
        this.streams = streams;
        this.patience = patience;
        batches = new DuckDbBatches(query, columns, Batch.ROWS);
        ahead = workers.start(batches::next);
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public @Nullable Batch next() {
        Future<Optional<Batch>> fetched = ahead;
        if (fetched == null) {
            return null;
        }
        Optional<Batch> batch = workers.await(fetched, query::cancel, patience);
        ahead = batch.isEmpty() ? null : workers.start(batches::next);
        return batch.orElse(null);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            Future<Optional<Batch>> running = ahead;
            if (running != null && !running.isDone()) {
                query.cancel();
            }
            workers.closeAfter(running, query);
        } finally {
            streams.release();
        }
    }
}
