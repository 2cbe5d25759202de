package org.heralddata.jobs.request.pack;

import java.util.List;
import org.heralddata.jobs.JobRun;

/** Tells how far a package is, by its rows, and stops it when its job is stopped. */
final class PackageProgress {
    private final JobRun run;
    private final long all;
    private long done;

    PackageProgress(JobRun run, List<TablePlan> plans) {
        this.run = run;
        all = Math.max(
                1, plans.stream().mapToLong(p -> p.header().rows().orElse(0)).sum());
    }

    void add(int rows) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the request was cancelled");
        }
        done += rows;
        run.progress(Math.min(1, (double) done / all));
    }
}
