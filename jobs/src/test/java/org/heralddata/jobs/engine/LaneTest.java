package org.heralddata.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobCost;
import org.heralddata.jobs.JobSettings;
import org.heralddata.jobs.NewJob;
import org.heralddata.jobs.Phase;
import org.junit.jupiter.api.Test;

/** Big jobs leave one worker to small ones. */
class LaneTest extends JobsTestBase {
    private static final JobSettings TWO =
            new JobSettings(2, Duration.ofSeconds(10), Duration.ofMillis(50), 3, Duration.ofSeconds(10));

    private NewJob costing(double seconds) {
        return new NewJob(name, null, "here", null, null, null, job().parameters(), new JobCost(seconds, null, null));
    }

    @Test
    void aSmallJobDoesNotWaitForBigOnesHoweverManyThereAre() throws InterruptedException {
        Set<String> begun = ConcurrentHashMap.newKeySet();
        var first = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var kind = new TestKind(name, run -> {
            Double seconds = run.job().cost().seconds();
            if (seconds != null && seconds > 10) {
                begun.add(run.job().id());
                first.countDown();
                goOn.await();
            }
        });
        try (var jobs = open(kind, TWO)) {
            Job one = jobs.create(costing(600), none(), true);
            Job two = jobs.create(costing(600), none(), true);
            assertThat(first.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 3; i++) {
                assertThat(ended(jobs, jobs.create(costing(0.1), none(), true)).phase())
                        .isEqualTo(Phase.COMPLETED);
            }
            assertThat(begun).as("one place is left to small ones").hasSize(1);
            goOn.countDown();
            assertThat(ended(jobs, one).phase()).isEqualTo(Phase.COMPLETED);
            assertThat(ended(jobs, two).phase()).isEqualTo(Phase.COMPLETED);
        }
    }

    @Test
    void oneWorkerAloneTakesBigOnesToo() throws InterruptedException {
        try (var jobs = open(new TestKind(name, run -> {}), TWO.withWorkers(1))) {
            assertThat(ended(jobs, jobs.create(costing(600), none(), true)).phase())
                    .isEqualTo(Phase.COMPLETED);
        }
    }
}
