package org.heralddata.ingest.table;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.heralddata.model.table.Batch;
import org.heralddata.store.StagedTable;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows to the store by a thread of its own, so that reading and writing go on side by side. Closed before
 * {@link #finish}, it stops the store's work and waits until it has stopped.
 */
final class AppendQueue implements AutoCloseable {
    private static final int BATCHES = 8;

    private final BlockingQueue<Optional<Batch>> queue = new ArrayBlockingQueue<>(BATCHES);
    private final Thread writer;
    private volatile @Nullable Throwable failure;

    /** @param start makes the table, on the thread that fills it, as a table is for one thread */
    AppendQueue(Supplier<StagedTable> start) {
        writer = Thread.ofPlatform().name("herald-append").start(() -> drain(start));
    }

    private void drain(Supplier<StagedTable> start) {
        try {
            StagedTable table = start.get();
            for (Optional<Batch> next = queue.take(); next.isPresent(); next = queue.take()) {
                table.append(next.get());
            }
            table.finish();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failed) {
            failure = failed;
        }
    }

    /** Adds rows; waits while the store is behind. */
    void add(Batch batch) throws InterruptedException {
        put(Optional.of(batch));
    }

    /** Ends the rows and waits until the store has written them. */
    void finish() throws InterruptedException {
        put(Optional.empty());
        writer.join();
        check();
    }

    private void put(Optional<Batch> next) throws InterruptedException {
        do {
            check();
        } while (!queue.offer(next, 100, TimeUnit.MILLISECONDS));
    }

    private void check() {
        switch (failure) {
            case null -> {}
            case RuntimeException refused -> throw refused;
            case Error fatal -> throw fatal;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    @Override
    public void close() {
        writer.interrupt();
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
