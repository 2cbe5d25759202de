package org.heralddata.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is at one moment.
 *
 * @param id          cannot be guessed
 * @param kind        name of its {@link JobKind}
 * @param owner       null for somebody without an account
 * @param runId       what its owner calls it; null for nothing
 * @param quote       when it will have ended, by what others of its kind took; null until it is queued
 * @param duration    that it may run; zero for no limit
 * @param destruction when it is swept away
 * @param failure     null unless it ended in ERROR, or was aborted by us
 * @param cost        that it is expected to have
 * @param progress    how far it is; all zero before it runs
 * @param attempt     rises with each start
 * @param deleting    whether its files are being removed; then it will be gone
 */
public record Job(
        String id,
        String kind,
        Phase phase,
        @Nullable String owner,
        @Nullable String runId,
        Instant created,
        @Nullable Instant quote,
        @Nullable Instant started,
        @Nullable Instant ended,
        Duration duration,
        Instant destruction,
        List<JobParameter> parameters,
        List<JobResult> results,
        @Nullable JobFailure failure,
        JobCost cost,
        JobProgress progress,
        int attempt,
        boolean deleting) {

    public Job {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
    }

    /** The first value of a parameter, upper and lower case of its name being equal. */
    public Optional<String> parameter(String name) {
        return parameters.stream()
                .filter(p -> p.name().equalsIgnoreCase(name))
                .map(JobParameter::value)
                .findFirst();
    }

    public Optional<JobResult> result(String name) {
        return results.stream().filter(r -> r.name().equals(name)).findFirst();
    }
}
