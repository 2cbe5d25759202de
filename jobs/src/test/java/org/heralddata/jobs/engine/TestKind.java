package org.heralddata.jobs.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.heralddata.jobs.JobKind;
import org.heralddata.jobs.JobLimits;
import org.heralddata.jobs.JobRun;

/** Work of a name of its own, so that tests do not take each other's jobs. */
record TestKind(String name, Work work, Duration archived) implements JobKind {

    TestKind(String name, Work work) {
        this(name, work, Duration.ZERO);
    }

    interface Work {
        void run(JobRun run) throws IOException, InterruptedException;
    }

    @Override
    public JobLimits limits() {
        return new JobLimits(
                Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofDays(1), Duration.ofDays(30), archived);
    }

    @Override
    public void run(JobRun run) throws IOException, InterruptedException {
        work.run(run);
    }

    static void write(JobRun run, String text) throws IOException {
        try (OutputStream out = Objects.requireNonNull(run.result("result", "result.txt", "text/plain"))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
