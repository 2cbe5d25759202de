package org.heralddata.query.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.jspecify.annotations.Nullable;

/**
 * Platform threads that call DuckDB. Virtual threads must not: a native call pins its carrier, and with all carriers pinned
 * nothing else of the server runs.
 */
final class Workers implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Workers.class.getName());

    private final ThreadPoolExecutor threads;
    private final ThreadPoolExecutor closer;
    private final Duration timeOut;

    /** All threads are made here, for a thread has the priority of whoever makes it. */
    Workers(EngineOptions options, int size, ThreadFactory factory) {
        timeOut = options.timeOut();
        threads = new ThreadPoolExecutor(
                size, size, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(options.waiting()), factory);
        threads.prestartAllCoreThreads();
        closer = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        closer.prestartAllCoreThreads();
    }

    /** Starts a task; refuses if too many wait. */
    <T> Future<T> start(Callable<T> task) {
        var future = new FutureTask<>(task);
        try {
            threads.execute(future);
        } catch (RejectedExecutionException full) {
            throw busy(full);
        }
        return future;
    }

    static Refusal busy(Exception why) {
        return new Refusal(
                Diagnostic.error(QueryCode.BUSY, "too many queries are waiting").helped("try again in a few seconds"),
                why);
    }

    /**
     * Waits for a task.
     *
     * @param cancel stops what the task does, when time is over or the caller is interrupted
     */
    <T> T await(Future<T> task, Runnable cancel) {
        return await(task, cancel, timeOut);
    }

    <T> T await(Future<T> task, Runnable cancel, Duration patience) {
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            cancel.run();
            throw new Refusal(
                    Diagnostic.error(
                                    QueryCode.TIME_OUT,
                                    "the query took longer than %d s".formatted(patience.toSeconds()))
                            .helped("narrow the selection, or ask for fewer rows"),
                    late);
        } catch (InterruptedException gone) {
            cancel.run();
            Thread.currentThread().interrupt();
            throw cancelled(gone);
        } catch (ExecutionException failed) {
            throw translated(failed.getCause());
        }
    }

    /** Closes a query once the task that uses it has ended; does not wait. */
    void closeAfter(@Nullable Future<?> task, Query query) {
        closer.execute(() -> {
            try (query) {
                if (task != null) {
                    task.get();
                }
            } catch (SQLException | ExecutionException | InterruptedException ended) {
                LOG.log(System.Logger.Level.DEBUG, "a query was closed early", ended);
            }
        });
    }

    static CancellationException cancelled(Throwable why) {
        var cancelled = new CancellationException("the query was cancelled");
        cancelled.initCause(why);
        return cancelled;
    }

    private static RuntimeException translated(@Nullable Throwable failure) {
        if (failure instanceof SQLException) {
            String message = String.valueOf(failure.getMessage());
            if (message.contains("INTERRUPT")) {
                return cancelled(failure);
            }
            if (message.contains("Out of Memory") || message.contains("max_temp_directory_size")) {
                return new Refusal(
                        Diagnostic.error(QueryCode.TOO_LARGE, "the query needs more memory than it may have")
                                .helped("narrow the selection, or leave out `order`"),
                        failure);
            }
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException("a query failed", failure);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        closer.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS) || !closer.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "queries are still running");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
