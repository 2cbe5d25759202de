package org.heralddata.jobs.engine;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.Phase;
import org.jspecify.annotations.Nullable;

/** Waits for jobs to change, here or in another process. Safe for many threads. */
final class JobWaits {
    private final Signals signals = new Signals();
    private final JobTable table;

    JobWaits(JobTable table) {
        this.table = table;
    }

    /** A job changed here. */
    void changed(String id) {
        signals.changed(id);
    }

    /** Looks at what other processes did. */
    void look() {
        Set<String> watched = signals.watched();
        if (!watched.isEmpty()) {
            signals.seen(watched, table.phases(watched));
        }
    }

    /** @param now the job, which may be gone meanwhile */
    Job await(String id, @Nullable Phase known, Duration atMost, Supplier<Job> now) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        Signals.Watch watch = signals.enter(id);
        try {
            long seen = watch.changes();
            Job job = now.get();
            Phase from = known == null ? job.phase() : known;
            while (job.phase() == from && job.phase().isActive()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    break;
                }
                watch.await(seen, left);
                seen = watch.changes();
                job = now.get();
            }
            return job;
        } finally {
            signals.leave(watch);
        }
    }
}
