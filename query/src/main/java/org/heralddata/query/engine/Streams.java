package org.heralddata.query.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.query.RowStream;

/** Streams of rows that are open at a time. A short one is soon over: who comes when there are many waits for a while. */
final class Streams {
    private static final Duration ENTRY = Duration.ofSeconds(10);

    private final DuckDb database;
    private final Staff staff;
    private final Semaphore open;

    Streams(DuckDb database, Staff staff, int most) {
        this.database = database;
        this.staff = staff;
        open = new Semaphore(most, true);
    }

    /**
     * @param sql      printed by us
     * @param patience until the first row, and between batches
     */
    RowStream open(String sql, List<Column> columns, Duration patience) {
        enter();
        try {
            return new DuckDbRows(staff.here(), new Query(database, sql), columns, open, patience);
        } catch (RuntimeException refused) {
            open.release();
            throw refused;
        }
    }

    /**
     * All rows of a query that gives but a few: read in one go, where a stream stands in the queue for each batch and for its end.
     *
     * @param most rows that it gives, at least 1
     */
    List<Batch> few(String sql, List<Column> columns, int most, Duration patience) {
        var query = new Query(database, sql);
        Workers workers = staff.here();
        return workers.await(
                workers.start(() -> {
                    try (query) {
                        return new DuckDbBatches(query, columns, most).all();
                    }
                }),
                query::cancel,
                patience);
    }

    private void enter() {
        try {
            if (!open.tryAcquire(ENTRY.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Workers.busy(new IllegalStateException("all row streams are in use"));
            }
        } catch (InterruptedException gone) {
            Thread.currentThread().interrupt();
            throw Workers.cancelled(gone);
        }
    }
}
