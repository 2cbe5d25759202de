package org.heralddata.store.database;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the database holds, as of a moment ago. While it is asked for all the time, nobody waits for the database: the last answer is
 * given, and asked for anew beside it. Who comes after a pause waits for a new one. While asking fails, one caller tries, and the others are told
 * at once what the last one was told. Safe for many threads.
 *
 * @param <T> immutable
 */
public final class Recent<T> {
    /** So long an answer is given without asking again. */
    static final Duration FRESH = Duration.ofMillis(250);

    /** From this age on it is not given at all. */
    static final Duration OLD = Duration.ofMillis(500);

    private final UnaryOperator<T> ask;
    private final LongSupplier clock;
    private final AtomicBoolean asking = new AtomicBoolean();
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Held<T> held;
    private volatile @Nullable RuntimeException failure;

    /**
     * @param first what is known before anything was asked; never given
     * @param ask   makes the new answer from the last one
     */
    public Recent(T first, UnaryOperator<T> ask) {
        this(first, ask, System::nanoTime);
    }

    /** @param clock nanoseconds since whenever */
    Recent(T first, UnaryOperator<T> ask, LongSupplier clock) {
        this.ask = ask;
        this.clock = clock;
        held = new Held<>(first, null);
    }

    private record Held<T>(T value, @Nullable Long at) {}

    private boolean isYounger(Held<T> last, Duration age) {
        return last.at != null && clock.getAsLong() - last.at < age.toNanos();
    }

    public T get() {
        Held<T> last = held;
        if (isYounger(last, FRESH)) {
            return last.value;
        }
        if (!isYounger(last, OLD)) {
            return renewed();
        }
        if (asking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("herald-recent").start(this::renewBeside);
        }
        return last.value;
    }

    /** Has the next call wait for a new answer. */
    public void expire() {
        turn.lock();
        try {
            held = new Held<>(held.value, null);
        } finally {
            turn.unlock();
        }
    }

    private void renewBeside() {
        try {
            renewed();
        } catch (RuntimeException away) {
            // whoever asks next once the answer is old is told
        } finally {
            asking.set(false);
        }
    }

    private T renewed() {
        RuntimeException before = failure;
        if (before == null) {
            turn.lock();
        } else if (!turn.tryLock()) {
            throw before;
        }
        try {
            if (isYounger(held, FRESH)) {
                return held.value;
            }
            RuntimeException meanwhile = failure;
            if (meanwhile != null && meanwhile != before) {
                throw meanwhile;
            }
            return asked();
        } finally {
            turn.unlock();
        }
    }

    private T asked() {
        long now = clock.getAsLong();
        try {
            T answer = ask.apply(held.value);
            held = new Held<>(answer, now);
            failure = null;
            return answer;
        } catch (RuntimeException away) {
            failure = away;
            throw away;
        }
    }
}
