package org.heralddata.jobs.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heralddata.model.diagnostic.Refusal;

/**
 * Carries what is in the outbox, from this process. One thread takes what is due, when something is put and at each tick; each delivery runs
 * on a thread of its own, so that a slow one keeps no other.
 */
public final class Carriers implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Carriers.class.getName());
    private static final int AT_A_TIME = 8;
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration TO_STOP = Duration.ofSeconds(3);

    private final Outbox outbox;
    private final Map<String, Courier> couriers;
    private final RetryPolicy retries;
    private final Duration tick;
    private final Duration lease;
    private final String worker = UUID.randomUUID().toString();
    private final Semaphore calls = new Semaphore(0);
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread taker =
            Thread.ofPlatform().name("herald-outbox").daemon().unstarted(this::take);
    private long nextForget = System.nanoTime();
    private volatile boolean closed;

    /** Begins to carry at once. */
    public Carriers(Outbox outbox, Collection<? extends Courier> couriers, RetryPolicy retries, Duration tick) {
        this(outbox, couriers, retries, tick, LEASE);
    }

    /** @param lease after which a process that shows no sign of life has lost what it carries */
    Carriers(
            Outbox outbox, Collection<? extends Courier> couriers, RetryPolicy retries, Duration tick, Duration lease) {
        this.outbox = outbox;
        this.couriers = couriers.stream().collect(Collectors.toUnmodifiableMap(Courier::channel, Function.identity()));
        this.retries = retries;
        this.tick = tick;
        this.lease = lease;
        if (!couriers.isEmpty()) {
            outbox.onPut(calls::release);
            taker.start();
        }
    }

    private void take() {
        while (!closed) {
            try {
                carryDue();
                forgetNowAndThen();
            } catch (RuntimeException away) {
                LOG.log(System.Logger.Level.WARNING, "the outbox cannot be read: " + away.getMessage());
            } catch (InterruptedException stopped) {
                return;
            }
            try {
                if (calls.tryAcquire(tick.toMillis(), TimeUnit.MILLISECONDS)) {
                    calls.drainPermits();
                }
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void carryDue() throws InterruptedException {
        while (!closed) {
            int room = free.availablePermits();
            List<Parcel> taken = room == 0 ? List.<Parcel>of() : outbox.claim(worker, couriers.keySet(), lease, room);
            for (Parcel parcel : taken) {
                free.acquire();
                threads.execute(() -> carry(parcel));
            }
            if (taken.isEmpty()) {
                return;
            }
        }
    }

    private void forgetNowAndThen() {
        if (System.nanoTime() - nextForget >= 0) {
            nextForget = System.nanoTime() + Duration.ofHours(1).toNanos();
            outbox.forget(KEPT);
        }
    }

    private void carry(Parcel parcel) {
        try {
            deliver(parcel);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Refusal away) {
            LOG.log(System.Logger.Level.WARNING, "what became of a delivery cannot be noted: " + away.getMessage());
        } finally {
            free.release();
            calls.release();
        }
    }

    private void deliver(Parcel parcel) throws InterruptedException {
        Courier courier = couriers.get(parcel.channel());
        if (courier == null) {
            throw new IllegalStateException("took a parcel for " + parcel.channel());
        }
        try {
            courier.deliver(parcel);
            outbox.delivered(worker, parcel);
        } catch (Undelivered problem) {
            failed(parcel, String.valueOf(problem.getMessage()), problem.again());
        } catch (RuntimeException ours) {
            LOG.log(System.Logger.Level.WARNING, "delivery %d failed".formatted(parcel.number()), ours);
            failed(parcel, "it failed for a reason that is ours", true);
        }
    }

    private void failed(Parcel parcel, String problem, boolean again) {
        double chance = ThreadLocalRandom.current().nextDouble();
        outbox.failed(worker, parcel, problem, again ? retries.pause(parcel.attempt(), chance) : null);
        LOG.log(
                System.Logger.Level.INFO,
                "delivery %d by %s failed at attempt %d: %s"
                        .formatted(parcel.number(), parcel.channel(), parcel.attempt(), problem));
    }

    /** What is being carried gets three seconds; then its lease, at the latest, lets another process take it. */
    @Override
    public void close() {
        closed = true;
        outbox.onPut(() -> {});
        taker.interrupt();
        threads.shutdown();
        try {
            taker.join(TO_STOP);
            if (!threads.awaitTermination(TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
