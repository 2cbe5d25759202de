package org.heralddata.formats.root.tree;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that decompress baskets before they are needed, and how much may be kept so. One for each cursor; the threads
 * are shared by all and end when idle.
 */
final class ReadAhead {
    private static final long MOST_BYTES = 64L << 20;
    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);
    private static final Executor POOL = pool();

    private long held;

    private static Executor pool() {
        var pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                5,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("root-baskets-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** A basket on its way. */
    static final class Ahead {
        private final FutureTask<BasketData> task;
        private final long bytes;

        private Ahead(FutureTask<BasketData> task, long bytes) {
            this.task = task;
            this.bytes = bytes;
        }

        /** Waits for it, or does it here if no thread has begun. */
        BasketData take() {
            task.run();
            try {
                return task.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    /**
     * Starts on a basket, now if the bytes kept allow it, else when it is taken.
     *
     * @param bytes about what it takes in memory
     */
    Ahead begin(BasketLoader loader, Basket basket, long bytes) {
        var task = new FutureTask<>(() -> loader.load(basket));
        if (held + bytes > MOST_BYTES) {
            return new Ahead(task, 0);
        }
        held += bytes;
        POOL.execute(task);
        return new Ahead(task, bytes);
    }

    /** Notes that a basket begun is taken or no longer wanted. */
    void end(Ahead ahead) {
        ahead.task.cancel(false);
        held -= ahead.bytes;
    }
}
