package org.heralddata.store.write;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import org.heralddata.model.table.Batch;
import org.jspecify.annotations.Nullable;

/** A few batches between the thread that reads and the one that writes. */
final class BatchQueue {
    private static final int ROOM = 4;

    private final Deque<Batch> batches = new ArrayDeque<>();
    private boolean ended;
    private boolean abandoned;
    private boolean refusing;

    /** Waits for room; false if nobody takes any more. */
    synchronized boolean put(Batch batch) throws InterruptedException {
        while (batches.size() >= ROOM && !refusing) {
            wait();
        }
        if (refusing) {
            return false;
        }
        batches.addLast(batch);
        notifyAll();
        return true;
    }

    /** Waits for a batch; null after the last. */
    synchronized @Nullable Batch take() throws InterruptedException {
        while (batches.isEmpty() && !ended && !abandoned) {
            wait();
        }
        if (abandoned) {
            throw new CancellationException("given up");
        }
        notifyAll();
        return batches.pollFirst();
    }

    /** No more batches will come. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Makes the taker fail. */
    synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    /** No more batches will be taken. */
    synchronized void refuseMore() {
        refusing = true;
        batches.clear();
        notifyAll();
    }
}
