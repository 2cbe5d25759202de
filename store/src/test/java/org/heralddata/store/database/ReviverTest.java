package org.heralddata.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReviverTest {
    private static final int LONG_S = 60;

    /** Answers after it was asked to start so often; negative for never. */
    private static final class Toy implements Reviver.Server {
        final AtomicInteger asked = new AtomicInteger();
        final AtomicInteger looked = new AtomicInteger();
        final CountDownLatch given = new CountDownLatch(1);
        private final int after;

        Toy(int after) {
            this.after = after;
        }

        @Override
        public boolean answers(Duration patience) {
            looked.incrementAndGet();
            boolean up = after >= 0 && asked.get() >= after;
            if (up || asked.get() == Reviver.MOST) {
                given.countDown();
            }
            return up;
        }

        @Override
        public void askToStart() {
            asked.incrementAndGet();
        }

        @Override
        public String log() {
            return "toy.log";
        }
    }

    private static void lose(Toy toy) throws InterruptedException {
        try (var reviver = new Reviver(toy, Duration.ofMillis(1))) {
            reviver.lost();
            assertThat(toy.given.await(LONG_S, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aServerThatAnswersIsLeftAlone() throws Exception {
        var toy = new Toy(0);
        lose(toy);
        assertThat(toy.asked).hasValue(0);
    }

    @Test
    void itIsAskedAgainUntilItAnswers() throws Exception {
        var toy = new Toy(3);
        lose(toy);
        assertThat(toy.asked).hasValue(3);
    }

    @Test
    void triesAreBounded() throws Exception {
        var toy = new Toy(-1);
        lose(toy);
        assertThat(toy.asked).hasValue(Reviver.MOST);
        assertThat(toy.looked).hasValue(Reviver.MOST + 1);
    }

    @Test
    void whatWasClosedIsStartedNoMore() {
        var toy = new Toy(-1);
        var reviver = new Reviver(toy, Duration.ofMillis(1));
        reviver.close();
        reviver.lost();
        assertThat(toy.looked).hasValue(0);
    }
}
