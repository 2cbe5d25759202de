package org.heralddata.jobs.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.heralddata.jobs.engine.Rows;
import org.heralddata.jobs.engine.TestHome;
import org.heralddata.jobs.outbox.Delivery.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class CarriersTest {
    private static final Duration TICK = Duration.ofMillis(30);
    private static final RetryPolicy QUICK = new RetryPolicy(Duration.ofMillis(20), Duration.ofMillis(40));

    private final Outbox outbox = new Outbox(TestHome.HOME::database);
    private final Rows rows = new Rows(TestHome.HOME::database);
    private final List<Parcel> delivered = new CopyOnWriteArrayList<>();

    /** What a courier does with a parcel. */
    private interface Delivering {
        void deliver(Parcel parcel) throws Undelivered, InterruptedException;
    }

    private Courier courier(String channel, Delivering delivering) {
        return new Courier() {
            @Override
            public String channel() {
                return channel;
            }

            @Override
            public void deliver(Parcel parcel) throws Undelivered, InterruptedException {
                delivering.deliver(parcel);
                delivered.add(parcel);
            }
        };
    }

    private Carriers carriers(Courier courier) {
        return new Carriers(outbox, List.of(courier), QUICK, TICK);
    }

    private void put(String channel, Duration patience) {
        outbox.put(new Posting(channel, "somebody", null, "{\"text\": \"secret\"}", patience));
    }

    private String column(String channel, String column) {
        return rows.ask(
                        "select coalesce(%s::text, '') from outbox where channel = ?".formatted(column),
                        row -> Objects.requireNonNull(row.getString(1)),
                        channel)
                .getFirst();
    }

    private void await(String channel, String column, Predicate<String> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!wanted.test(column(channel, column))) {
            assertThat(System.nanoTime()).as(column(channel, column)).isLessThan(end);
            Thread.sleep(10);
        }
    }

    @Test
    void deliversOnceAndForgetsTheContent(TestInfo test) throws InterruptedException {
        String channel = test.getDisplayName();
        try (var _ = carriers(courier(channel, _ -> {}))) {
            put(channel, Duration.ofDays(1));
            await(channel, "state", "DELIVERED"::equals);
            Thread.sleep(5 * TICK.toMillis());
        }
        assertThat(delivered).hasSize(1);
        assertThat(delivered.getFirst().content()).contains("secret");
        assertThat(column(channel, "content")).isEmpty();
    }

    @Test
    void triesAgainWithTheSameToken(TestInfo test) throws InterruptedException {
        String channel = test.getDisplayName();
        var tokens = new CopyOnWriteArrayList<UUID>();
        try (var _ = carriers(courier(channel, parcel -> {
            tokens.add(parcel.token());
            if (parcel.attempt() < 3) {
                throw Undelivered.now("not yet");
            }
        }))) {
            put(channel, Duration.ofDays(1));
            await(channel, "state", "DELIVERED"::equals);
        }
        assertThat(tokens).hasSize(3);
        assertThat(tokens.stream().distinct()).hasSize(1);
        assertThat(column(channel, "attempts")).isEqualTo("3");
    }

    @Test
    void givesUpAtOnceWhatIsOfNoUse(TestInfo test) throws InterruptedException {
        String channel = test.getDisplayName();
        try (var _ = carriers(courier(channel, _ -> {
            throw Undelivered.forEver("nobody lives here");
        }))) {
            put(channel, Duration.ofDays(1));
            await(channel, "state", "GIVEN_UP"::equals);
        }
        assertThat(column(channel, "problem")).isEqualTo("nobody lives here");
        assertThat(column(channel, "attempts")).isEqualTo("1");
        assertThat(column(channel, "content")).isEmpty();
    }

    @Test
    void givesUpWhenPatienceIsOver(TestInfo test) throws InterruptedException {
        String channel = test.getDisplayName();
        try (var _ = carriers(courier(channel, _ -> {
            throw Undelivered.now("the server is away");
        }))) {
            put(channel, Duration.ofHours(1));
            await(channel, "attempts", attempts -> Integer.parseInt(attempts) > 3);
            assertThat(column(channel, "state")).isEqualTo("WAITING");
            rows.change("update outbox set begun = begun - interval '2 hours' where channel = ?", channel);
            await(channel, "state", "GIVEN_UP"::equals);
        }
    }

    @Test
    void isTakenOverFromAProcessThatVanished(TestInfo test) throws InterruptedException {
        String channel = test.getDisplayName();
        put(channel, Duration.ofDays(1));
        assertThat(outbox.claim("vanishes", List.of(channel), Duration.ofHours(1), 8))
                .hasSize(1);
        assertThat(outbox.claim("early", List.of(channel), Duration.ofHours(1), 8))
                .isEmpty();
        rows.change("update outbox set lease = now() - interval '1 second' where channel = ?", channel);
        try (var _ = carriers(courier(channel, _ -> {}))) {
            await(channel, "state", "DELIVERED"::equals);
        }
        assertThat(delivered).singleElement().extracting(Parcel::attempt).isEqualTo(2);
    }

    @Test
    void changesNothingOnceItWasTakenOver(TestInfo test) {
        String channel = test.getDisplayName();
        put(channel, Duration.ofDays(1));
        Parcel first = outbox.claim("slow", List.of(channel), Duration.ZERO, 8).getFirst();
        assertThat(outbox.claim("quick", List.of(channel), Duration.ofMinutes(1), 8))
                .hasSize(1);
        outbox.failed("slow", first, "late", null);
        outbox.delivered("slow", first);
        assertThat(column(channel, "state")).isEqualTo("WAITING");
    }

    @Test
    void waitsForTheEndOfItsJob(TestInfo test) throws InterruptedException {
        String channel = test.getDisplayName();
        rows.change("""
                insert into uws_job (id, kind, phase, queued, execution_duration, destruction, parameters)
                values (?, 'of-a-test', 'QUEUED', now(), 0, now() + interval '1 day', '[]')""", channel);
        try (var _ = carriers(courier(channel, _ -> {}))) {
            outbox.put(new Posting(channel, "somebody", channel, "{}", Duration.ofDays(1)));
            Thread.sleep(5 * TICK.toMillis());
            assertThat(delivered).isEmpty();
            assertThat(outbox.of(channel))
                    .singleElement()
                    .extracting(Delivery::state)
                    .isEqualTo(State.WAITING);
            rows.change("update uws_job set phase = 'COMPLETED' where id = ?", channel);
            await(channel, "state", "DELIVERED"::equals);
        }
        assertThat(outbox.of(channel)).singleElement().extracting(Delivery::due).isNull();
        rows.change("delete from uws_job where id = ?", channel);
    }

    @Test
    void isNotKeptByAnotherThatIsSlow(TestInfo test) throws InterruptedException {
        String channel = test.getDisplayName();
        var release = new CountDownLatch(1);
        try (var _ = carriers(courier(channel, parcel -> {
            if (parcel.recipient().equals("slow")) {
                release.await();
            }
        }))) {
            outbox.put(new Posting(channel, "slow", null, "{}", Duration.ofDays(1)));
            put(channel, Duration.ofDays(1));
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (delivered.isEmpty() && System.nanoTime() < end) {
                Thread.sleep(10);
            }
            assertThat(delivered).singleElement().extracting(Parcel::recipient).isEqualTo("somebody");
            release.countDown();
        }
    }

    @Test
    void pausesLongerAfterEachFailure() {
        RetryPolicy usual = RetryPolicy.usual();
        assertThat(usual.pause(1, 0.5)).isEqualTo(Duration.ofSeconds(30));
        assertThat(usual.pause(2, 0.5)).isEqualTo(Duration.ofMinutes(2));
        assertThat(usual.pause(30, 1)).isLessThan(Duration.ofHours(7));
        assertThat(usual.pause(30, 0)).isGreaterThan(Duration.ofHours(5));
    }
}
