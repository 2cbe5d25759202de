package org.heralddata.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobCode;
import org.heralddata.jobs.JobSettings;
import org.heralddata.jobs.Phase;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.heralddata.store.StoreDiagnostic;
import org.junit.jupiter.api.Test;

/** Jobs that do not end well. */
class JobEndingTest extends JobsTestBase {
    @Test
    void abortInterruptsTheWorkAtOnce() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        try (var jobs = open(
                new TestKind(name, run -> {
                    begun.countDown();
                    try {
                        Thread.sleep(LONG);
                    } finally {
                        interrupted.countDown();
                    }
                }),
                QUICK)) {
            Job job = jobs.create(job(), none(), true);
            assertThat(begun.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(jobs.abort(job.id()).phase()).isEqualTo(Phase.ABORTED);
            assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(jobs.abort(job.id()).phase()).isEqualTo(Phase.ABORTED);
        }
    }

    @Test
    void abortReachesTheWorkOfOthers() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var kind = new TestKind(name, run -> {
            begun.countDown();
            try {
                Thread.sleep(LONG);
            } finally {
                interrupted.countDown();
            }
        });
        try (var worker = open(kind, QUICK);
                var asking = open(kind, new JobSettings(0, LONG, Duration.ofMillis(50), 3))) {
            Job job = asking.create(job(), none(), true);
            assertThat(begun.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            asking.abort(job.id());
            assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.find(job.id()).orElseThrow().phase()).isEqualTo(Phase.ABORTED);
        }
    }

    @Test
    void aRefusalEndsInAnErrorWithItsWords() throws InterruptedException {
        try (var jobs = open(
                new TestKind(name, run -> {
                    throw new Refusal(Diagnostic.error(QueryCode.NO_COLUMN, "there is no column `enrgy`")
                            .helped("did you mean `energy`?"));
                }),
                QUICK)) {
            Job failed = ended(jobs, jobs.create(job(), none(), true));
            assertThat(failed.phase()).isEqualTo(Phase.ERROR);
            assertThat(failure(failed).again()).isFalse();
            assertThat(failure(failed).message()).isEqualTo("there is no column `enrgy`");
            assertThat(failure(failed).detail()).contains("Q004", "did you mean `energy`?");
        }
    }

    @Test
    void aFailureOfOursIsToldWithoutItsTrace() throws InterruptedException {
        try (var jobs = open(
                new TestKind(name, run -> {
                    throw new IllegalStateException("secret");
                }),
                QUICK)) {
            Job failed = ended(jobs, jobs.create(job(), none(), true));
            assertThat(failure(failed).code()).isEqualTo(JobCode.BROKEN.id());
            assertThat(failure(failed).detail()).doesNotContain("secret").contains(failed.id());
        }
    }

    @Test
    void aJobThatRunsTooLongIsAborted() throws InterruptedException {
        try (var jobs = open(new TestKind(name, run -> Thread.sleep(LONG)), QUICK)) {
            Job made = jobs.create(job(), none(), false);
            assertThat(jobs.duration(made.id(), Duration.ofDays(9)).duration()).isEqualTo(Duration.ofMinutes(10));
            jobs.duration(made.id(), Duration.ofSeconds(1));
            Job over = ended(jobs, jobs.start(made.id()));
            assertThat(over.phase()).isEqualTo(Phase.ABORTED);
            assertThat(failure(over).code()).isEqualTo(JobCode.TIME_OVER.id());
        }
    }

    @Test
    void workThatFailsForWantOfTheDatabaseIsDoneAgain() throws Exception {
        var kind = new TestKind(name, run -> {
            if (run.job().attempt() == 1) {
                throw new Refusal(Diagnostic.error(StoreDiagnostic.DATABASE_AWAY, "it is away"));
            }
            TestKind.write(run, "done");
        });
        try (var jobs = open(kind, QUICK)) {
            Job done = ended(jobs, jobs.create(job(), none(), true));
            assertThat(done.phase()).isEqualTo(Phase.COMPLETED);
            assertThat(done.attempt()).isEqualTo(2);
            assertThat(text(jobs, done)).isEqualTo("done");
        }
    }

    @Test
    void butNotForEver() throws Exception {
        var kind = new TestKind(name, run -> {
            throw new Refusal(Diagnostic.error(StoreDiagnostic.DATABASE_AWAY, "it is away"));
        });
        try (var jobs = open(kind, QUICK)) {
            Job failed = ended(jobs, jobs.create(job(), none(), true));
            assertThat(failed.phase()).isEqualTo(Phase.ERROR);
            assertThat(failed.attempt()).isEqualTo(QUICK.attempts());
            assertThat(failure(failed).again()).isTrue();
        }
    }
}
