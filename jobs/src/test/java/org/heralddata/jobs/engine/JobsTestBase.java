package org.heralddata.jobs.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobFailure;
import org.heralddata.jobs.JobParameter;
import org.heralddata.jobs.JobSettings;
import org.heralddata.jobs.NewJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** Jobs of a kind of their own for each test. */
abstract class JobsTestBase {
    /** Looks often; loses no job because it has to wait for the processor. */
    static final JobSettings QUICK = new JobSettings(2, Duration.ofSeconds(20), Duration.ofMillis(50), 3);

    static final Duration LONG = Duration.ofMinutes(1);
    String name = "";

    @BeforeEach
    void nameOfTheKind(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
    }

    /** What is left queued would stand before jobs of tests that come later. */
    @AfterEach
    void clear() {
        new Rows(TestHome.HOME::database).change("delete from uws_job where kind = ?", name);
    }

    static DurableJobs open(TestKind kind, JobSettings settings) {
        return new DurableJobs(TestHome.HOME::database, TestHome.HOME.folders().requests(), List.of(kind), settings);
    }

    NewJob job(JobParameter... parameters) {
        return new NewJob(name, null, "here", null, null, null, List.of(parameters));
    }

    static SequencedMap<String, InputStream> none() {
        return new LinkedHashMap<>();
    }

    static Job ended(DurableJobs jobs, Job job) throws InterruptedException {
        Job now = job;
        long end = System.nanoTime() + LONG.toNanos();
        while (now.phase().isActive() && System.nanoTime() < end) {
            now = jobs.await(job.id(), now.phase(), LONG);
        }
        return now;
    }

    static JobFailure failure(Job job) {
        return Objects.requireNonNull(job.failure());
    }

    static String text(DurableJobs jobs, Job job) throws IOException {
        return Files.readString(jobs.file(job, job.result("result").orElseThrow()));
    }
}
