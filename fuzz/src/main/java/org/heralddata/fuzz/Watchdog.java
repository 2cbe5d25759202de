package org.heralddata.fuzz;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notices that an input takes too long, and tells where it is. A machine with much else to do is no hang: what waits without
 * working is given six times as long.
 */
final class Watchdog {
    private final long milliseconds;
    private final Consumer<Finding> bark;
    private @Nullable FuzzCase input;
    private @Nullable Thread worker;
    private long started;
    private Duration worked = Duration.ZERO;

    Watchdog(long milliseconds, Consumer<Finding> bark) {
        this.milliseconds = milliseconds;
        this.bark = bark;
        Thread.ofPlatform().daemon().name("watchdog").start(this::watch);
    }

    synchronized void start(FuzzCase next) {
        input = next;
        worker = Thread.currentThread();
        started = System.nanoTime();
        worked = cpu();
    }

    synchronized void stop() {
        input = null;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(200);
                look();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        long waited = (System.nanoTime() - started) / 1_000_000;
        if (input == null || worker == null || waited < milliseconds) {
            return;
        }
        boolean works = cpu().minus(worked).toMillis() > milliseconds / 2;
        if (works || waited > 6 * milliseconds) {
            bark.accept(Finding.hang(input, worker.getStackTrace()));
            input = null;
        }
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
