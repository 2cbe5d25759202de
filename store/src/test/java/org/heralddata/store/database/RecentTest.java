package org.heralddata.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RecentTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();

    private Recent<Integer> recent(UnaryOperator<Integer> ask) {
        return new Recent<>(0, ask, now::get);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void theFirstAnswerIsWaitedForAndThenGivenAgain() {
        Recent<Integer> recent = recent(last -> last + asked.incrementAndGet());
        assertThat(recent.get()).isEqualTo(1);
        pass(Recent.FRESH.minusNanos(1));
        assertThat(recent.get()).isEqualTo(1);
        assertThat(asked).hasValue(1);
    }

    @Test
    void anAnswerThatExpiredIsNotGiven() {
        Recent<Integer> recent = recent(_ -> asked.incrementAndGet());
        recent.get();
        recent.expire();
        assertThat(recent.get()).isEqualTo(2);
    }

    @Test
    void anOldAnswerIsNotGiven() {
        Recent<Integer> recent = recent(_ -> asked.incrementAndGet());
        recent.get();
        pass(Recent.OLD);
        assertThat(recent.get()).isEqualTo(2);
    }

    @Test
    void nobodyWaitsWhileItIsAskedForAllTheTime() throws InterruptedException {
        var database = new Semaphore(1);
        Recent<Integer> recent = recent(_ -> {
            database.acquireUninterruptibly();
            return asked.incrementAndGet();
        });
        assertThat(recent.get()).isEqualTo(1);
        pass(Recent.FRESH);
        for (int i = 0; i < 3; i++) {
            assertThat(recent.get()).as("while the database is busy").isEqualTo(1);
        }
        database.release();
        while (recent.get() == 1) {
            Thread.sleep(5);
        }
        assertThat(asked).as("one thread alone asked").hasValue(2);
    }

    @Test
    void aFailureIsToldToWhoeverNeedsTheAnswerAndNotToOthers() throws InterruptedException {
        Recent<Integer> recent = recent(_ -> {
            if (asked.incrementAndGet() > 1) {
                throw new IllegalStateException("away");
            }
            return 1;
        });
        assertThat(recent.get()).isEqualTo(1);
        pass(Recent.FRESH);
        while (asked.get() < 2) {
            assertThat(recent.get()).isEqualTo(1);
            Thread.sleep(5);
        }
        pass(Recent.OLD);
        assertThatThrownBy(recent::get).hasMessage("away");
    }

    @Test
    void whileItFailsOneTriesAndTheOthersAreToldAtOnce() throws InterruptedException {
        var database = new Semaphore(1);
        var waiting = new CountDownLatch(2);
        Recent<Integer> recent = recent(_ -> {
            waiting.countDown();
            database.acquireUninterruptibly();
            throw new IllegalStateException("away " + asked.incrementAndGet());
        });
        assertThatThrownBy(recent::get).hasMessage("away 1");
        var tries = Thread.ofVirtual().start(() -> assertThatThrownBy(recent::get));
        waiting.await();
        assertThatThrownBy(recent::get).hasMessage("away 1");
        database.release();
        tries.join();
        assertThat(asked).hasValue(2);
    }

    @Test
    void comesBackAfterAFailure() {
        Recent<Integer> recent = recent(_ -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
            }
            return asked.get();
        });
        assertThatThrownBy(recent::get).hasMessage("away");
        assertThat(recent.get()).isEqualTo(2);
    }
}
