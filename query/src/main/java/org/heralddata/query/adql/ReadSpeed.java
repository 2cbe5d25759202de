package org.heralddata.query.adql;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.query.RowStream;
import org.jspecify.annotations.Nullable;

/** How fast queries read on this machine, as bytes of files a second. Safe for many threads. */
final class ReadSpeed {

    /** Until something was measured: what a slow laptop does. */
    private static final double FIRST = 100e6;

    /** Pairs of rows that a join without a condition compares in a second. */
    private static final double PAIRS = 50e6;

    private static final double NEW_PART = 0.3;
    private static final double LEAST_SECONDS = 0.05;
    private static final double START_SECONDS = 0.01;

    private final AtomicReference<Double> bytesPerSecond = new AtomicReference<>(FIRST);

    double seconds(double bytes, double pairs) {
        return START_SECONDS + bytes / bytesPerSecond.get() + pairs / PAIRS;
    }

    /** Short readings tell of the start, not of the speed, and are left out. */
    void measured(double bytes, double seconds) {
        if (seconds >= LEAST_SECONDS && bytes > 0) {
            bytesPerSecond.updateAndGet(old -> (1 - NEW_PART) * old + NEW_PART * bytes / seconds);
        }
    }

    /** Tells how long the first rows, before which all is read, had to be waited for. */
    RowStream measuring(RowStream rows, double bytes) {
        return new Measured(rows, bytes);
    }

    private final class Measured implements RowStream {
        private final RowStream rows;
        private final double bytes;
        private final long begun = System.nanoTime();
        private boolean told;

        Measured(RowStream rows, double bytes) {
            this.rows = rows;
            this.bytes = bytes;
        }

        @Override
        public List<Column> columns() {
            return rows.columns();
        }

        @Override
        public @Nullable Batch next() {
            Batch batch = rows.next();
            if (!told) {
                told = true;
                measured(bytes, (System.nanoTime() - begun) / 1e9);
            }
            return batch;
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
