package org.heralddata.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job to be made.
 *
 * @param kind        name of an installed {@link JobKind}
 * @param owner       null for somebody without an account
 * @param origin      where somebody without an account comes from; null if not known
 * @param duration    wished for; null for the kind's usual one
 * @param destruction wished for; null for the kind's usual one
 * @param cost        that it is expected to have: small jobs are begun before big ones
 */
public record NewJob(
        String kind,
        @Nullable String owner,
        @Nullable String origin,
        @Nullable String runId,
        @Nullable Duration duration,
        @Nullable Instant destruction,
        List<JobParameter> parameters,
        JobCost cost) {

    public NewJob {
        parameters = List.copyOf(parameters);
    }

    /** One of which is not known what it costs. */
    public NewJob(
            String kind,
            @Nullable String owner,
            @Nullable String origin,
            @Nullable String runId,
            @Nullable Duration duration,
            @Nullable Instant destruction,
            List<JobParameter> parameters) {
        this(kind, owner, origin, runId, duration, destruction, parameters, JobCost.UNKNOWN);
    }

    /** The same, expected to take something else. */
    public NewJob costing(JobCost expected) {
        return new NewJob(kind, owner, origin, runId, duration, destruction, parameters, expected);
    }
}
