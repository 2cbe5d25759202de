package org.heralddata.app.files;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work that goes on until the process is told to end. */
final class Ending {
    private static final long PATIENCE_S = 30;

    private Ending() {}

    /** What is interrupted when the process is told to end; it then lets everything go. */
    interface Work {
        void run() throws IOException;
    }

    /** Runs it. The process ends when it has returned. */
    static void onRequest(Work work) throws IOException {
        Thread worker = Thread.currentThread();
        var done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(worker, done), "herald-stop"));
        try {
            work.run();
        } finally {
            done.countDown();
        }
    }

    private static void stop(Thread worker, CountDownLatch done) {
        if (done.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            done.await(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
