package org.heralddata.jobs.request.pack;

import java.util.List;
import org.heralddata.jobs.JobProgress;
import org.heralddata.jobs.JobRun;
import org.jspecify.annotations.Nullable;

/** Tells how far a package is, by its rows, and stops it when its job is stopped. */
final class PackageProgress {
    private final JobRun run;
    private final long all;
    private long done;
    private long before;
    private @Nullable MeasuredOutput writing;

    PackageProgress(JobRun run, List<TablePlan> plans) {
        this.run = run;
        all = Math.max(
                1, plans.stream().mapToLong(p -> p.header().rows().orElse(0)).sum());
    }

    /** The rows that come go to a file. */
    void begin(MeasuredOutput file) {
        before += writing == null ? 0 : writing.bytes();
        writing = file;
    }

    void add(int rows) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the request was cancelled");
        }
        done += rows;
        long bytes = before + (writing == null ? 0 : writing.bytes());
        run.progress(new JobProgress(Math.min(1, (double) done / all), done, bytes));
    }
}
