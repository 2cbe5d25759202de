package org.heralddata.query.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private final Workers workers = workers(Duration.ofMinutes(1));
    private final Workers hasty = workers(Duration.ofMillis(50));

    private static Workers workers(Duration patience) {
        return new Workers(
                new EngineOptions(List.of(), Path.of("tmp"), 1, 64, 1, 1, 1, patience),
                1,
                Thread.ofPlatform().daemon().factory());
    }

    @AfterEach
    void close() {
        free.countDown();
        workers.close();
        hasty.close();
    }

    private boolean block() throws InterruptedException {
        begun.countDown();
        free.await();
        return Thread.currentThread().isVirtual();
    }

    private static void refused(QueryCode code, Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.diagnostics().getFirst().code())
                                .isEqualTo(code));
    }

    @Test
    void refusesWhenTheQueueIsFull() throws InterruptedException {
        var running = workers.start(this::block);
        begun.await();
        var waiting = workers.start(this::block);
        assertThat(running).isNotSameAs(waiting);
        assertThatThrownBy(() -> workers.start(this::block)).satisfies(e -> refused(QueryCode.BUSY, e));
    }

    @Test
    void cancelsWhatTakesTooLong() {
        var cancelled = new AtomicBoolean();
        var task = hasty.start(this::block);
        assertThatThrownBy(() -> hasty.await(task, () -> cancelled.set(true)))
                .satisfies(e -> refused(QueryCode.TIME_OUT, e));
        assertThat(cancelled).isTrue();
    }

    @Test
    void cancelsForACallerThatIsInterrupted() {
        var cancelled = new AtomicBoolean();
        var task = workers.start(this::block);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> workers.await(task, () -> cancelled.set(true)))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(cancelled).isTrue();
    }

    @Test
    void worksOnPlatformThreads() {
        free.countDown();
        assertThat(workers.await(workers.start(this::block), () -> {})).isFalse();
    }

    @Test
    void tellsWhatUsersCanChangeFromWhatIsOurFault() {
        assertThatThrownBy(() -> workers.await(failing("Out of Memory Error: …"), () -> {}))
                .satisfies(e -> refused(QueryCode.TOO_LARGE, e));
        assertThatThrownBy(() -> workers.await(failing("INTERRUPT Error: Interrupted!"), () -> {}))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> workers.await(failing("Binder Error"), () -> {}))
                .isInstanceOf(IllegalStateException.class);
    }

    private java.util.concurrent.Future<Object> failing(String message) {
        return workers.start(() -> {
            throw new SQLException(message);
        });
    }
}
