package org.heralddata.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.heralddata.jobs.Alongside;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobCode;
import org.heralddata.jobs.JobParameter;
import org.heralddata.jobs.outbox.Carriers;
import org.heralddata.jobs.outbox.Courier;
import org.heralddata.jobs.outbox.Delivery;
import org.heralddata.jobs.outbox.Outbox;
import org.heralddata.jobs.outbox.Parcel;
import org.heralddata.jobs.outbox.Posting;
import org.heralddata.jobs.outbox.RetryPolicy;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.junit.jupiter.api.Test;

/** That a job ended is told by the outbox, whatever ended it. */
class ToldOfEndsTest extends JobsTestBase {
    private final Outbox outbox = new Outbox(TestHome.HOME::database);
    private final BlockingQueue<Parcel> told = new LinkedBlockingQueue<>();

    private Courier courier() {
        return new Courier() {
            @Override
            public String channel() {
                return name;
            }

            @Override
            public void deliver(Parcel parcel) {
                told.add(parcel);
            }
        };
    }

    private Carriers carriers() {
        return new Carriers(outbox, List.of(courier()), RetryPolicy.usual(), Duration.ofMillis(30));
    }

    private Alongside tell() {
        return (transaction, id) ->
                Outbox.put(transaction, new Posting(name, "somebody", id, "{}", Duration.ofDays(1)));
    }

    private String toldOf() throws InterruptedException {
        Parcel parcel = told.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(parcel).isNotNull();
        return String.valueOf(parcel.job());
    }

    @Test
    void eachEndIsToldOnceWhicheverItIs() throws InterruptedException {
        var kind = new TestKind(name, run -> {
            if (run.job().parameters().isEmpty()) {
                throw new Refusal(Diagnostic.error(JobCode.BROKEN, "no"));
            }
        });
        try (var jobs = open(kind, QUICK);
                var carriers = carriers()) {
            assertThat(carriers).isNotNull();
            Job waiting = jobs.create(job(), none(), false, tell());
            Job done = jobs.create(job(JobParameter.of("go", "on")), none(), true, tell());
            assertThat(toldOf()).isEqualTo(done.id());
            Job failed = jobs.create(job(), none(), true, tell());
            assertThat(toldOf()).isEqualTo(failed.id());
            jobs.abort(waiting.id());
            jobs.abort(waiting.id());
            assertThat(toldOf()).isEqualTo(waiting.id());
            for (Job job : List.of(done, failed, waiting)) {
                await(job);
                assertThat(outbox.of(job.id())).singleElement().satisfies(delivery -> {
                    assertThat(delivery.state()).isEqualTo(Delivery.State.DELIVERED);
                    assertThat(delivery.attempts()).isEqualTo(1);
                });
            }
            assertThat(told).isEmpty();
        }
    }

    private void await(Job job) throws InterruptedException {
        long end = System.nanoTime() + LONG.toNanos();
        while (outbox.of(job.id()).getFirst().state() == Delivery.State.WAITING && System.nanoTime() < end) {
            Thread.sleep(10);
        }
    }
}
