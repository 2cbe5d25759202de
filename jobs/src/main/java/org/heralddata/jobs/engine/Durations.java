package org.heralddata.jobs.engine;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobCost;
import org.jspecify.annotations.Nullable;

/** How long jobs of a kind take here, the latest counting most. */
final class Durations {
    private static final double WEIGHT = 0.1;

    private final Map<String, Double> seconds = new ConcurrentHashMap<>();

    /** Tells of a job that has just ended. */
    void took(Job job) {
        Instant started = job.started();
        if (started != null) {
            double took = Math.max(0, (System.currentTimeMillis() - started.toEpochMilli()) / 1e3);
            seconds.merge(job.kind(), took, (old, latest) -> old + WEIGHT * (latest - old));
        }
    }

    /** When a job that is queued now will have ended, if it is begun at once; null if neither its cost is known nor one of its kind has ended. */
    @Nullable
    Instant quote(String kind, JobCost cost) {
        Double usual = cost.seconds() == null ? seconds.get(kind) : cost.seconds();
        return usual == null ? null : Instant.now().plusMillis(Math.round(usual * 1000));
    }
}
