package org.heralddata.formats.root.ntuple;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs pieces of work on a few threads that all cursors share and that end when idle. The caller works too, so that work
 * goes on however busy they are.
 */
final class Together {
    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors() - 1L, 1, 3);
    private static final Executor POOL = pool();

    private Together() {}

    private static Executor pool() {
        var pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                5,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("rntuple-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** All results in order; none runs any more when this returns or throws. */
    static <T> List<T> all(List<Callable<T>> work) {
        List<FutureTask<T>> tasks = work.stream().map(FutureTask::new).toList();
        tasks.stream().skip(1).forEach(POOL::execute);
        tasks.forEach(FutureTask::run);
        var results = new ArrayList<T>(tasks.size());
        RuntimeException failure = null;
        for (FutureTask<T> task : tasks) {
            try {
                results.add(task.get());
            } catch (ExecutionException e) {
                failure = failure != null ? failure : unchecked(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure = new IllegalStateException("interrupted", e);
                tasks.forEach(t -> t.cancel(true));
                break;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }

    private static RuntimeException unchecked(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException broken ? broken : new IllegalStateException(cause);
    }
}
