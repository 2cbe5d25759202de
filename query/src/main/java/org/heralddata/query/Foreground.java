package org.heralddata.query;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps the processors for those who wait. Virtual threads, which serve visitors, are carried by a few threads that Java makes when they are first needed and ends when
 * none had anything to do for half a minute. Linux gives a thread the niceness of the one that makes it: were that one of {@link Background}, which wakes a visitor when a job has
 * ended, all visitors would be served with its niceness from then on. So all are made before, and kept awake.
 */
public final class Foreground {
    private static final AtomicBoolean SETTLED = new AtomicBoolean();

    /** Well below the half a minute after which an idle carrier ends. */
    private static final Duration AWAKE = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private Foreground() {}

    /** Makes the carriers, by the calling thread; to be called before any thread of {@link Background} runs. Later calls do nothing. */
    public static void settle() {
        if (!SETTLED.compareAndSet(false, true)) {
            return;
        }
        int carriers = Integer.getInteger(
                "jdk.virtualThreadScheduler.parallelism", Runtime.getRuntime().availableProcessors());
        var met = new AtomicInteger();
        for (int i = 0; i < carriers; i++) {
            Thread.ofVirtual().name("herald-foreground-" + i).start(() -> meet(met, carriers));
        }
        Thread.ofVirtual().name("herald-awake").start(Foreground::stayAwake);
    }

    /** Each holds its carrier until the others have theirs: one that were left would carry the next. */
    private static void meet(AtomicInteger met, int all) {
        met.incrementAndGet();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (met.get() < all && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void stayAwake() {
        try {
            while (true) {
                Thread.sleep(AWAKE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
