package org.heralddata.jobs.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobFailure;
import org.heralddata.jobs.JobResult;
import org.heralddata.jobs.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What a worker may do to the rows. It may change a row only while that names it and its attempt and the job is EXECUTING:
 * whoever was taken over, or whose job was aborted, changes nothing. All times are the database's.
 */
final class Leases {
    private static final String HELD = " where id = ? and worker = ? and attempt = ? and phase = 'EXECUTING'";
    private static final String CLAIM = """
            update uws_job set phase = 'EXECUTING', worker = ?, attempt = attempt + 1, losses = losses + %d,
                started = now(), progress = null, lease = now() + make_interval(secs => ?)
            where id in (select id from uws_job where %s and kind = any (?)
                         order by priority desc, number limit ? for update skip locked)
            returning\s""" + JobRow.COLUMNS;
    private static final String QUEUED = CLAIM.formatted(0, "phase = 'QUEUED'");
    private static final String EXPIRED =
            CLAIM.formatted(1, "phase = 'EXECUTING' and lease < now() and losses + 1 < ?");

    private final Rows rows;
    private final String worker;
    private final String[] kinds;
    private final Duration lease;
    private final int attempts;

    Leases(Rows rows, String worker, Collection<String> kinds, Duration lease, int attempts) {
        this.rows = rows;
        this.worker = worker;
        this.kinds = kinds.toArray(String[]::new);
        this.lease = lease;
        this.attempts = attempts;
    }

    /** Takes queued jobs. */
    List<Job> claim(int atMost) {
        return rows.ask(QUEUED, JobRow::read, worker, seconds(), kinds, atMost);
    }

    /** Takes over jobs whose worker has vanished. */
    List<Job> takeOver(int atMost) {
        return rows.ask(EXPIRED, JobRow::read, worker, seconds(), attempts, kinds, atMost);
    }

    /** Ends jobs over which too many workers have vanished; their ids. */
    List<String> giveUp(JobFailure failure) {
        return rows.ask(
                "update uws_job set phase = 'ERROR', ended = now(), lease = null, failure = ?::json"
                        + " where phase = 'EXECUTING' and lease < now() and losses + 1 >= ? returning id",
                row -> row.getString(1),
                JobRow.json(failure),
                attempts);
    }

    /** Shows that jobs are worked on; those that are still this worker's. */
    Set<String> renew(Collection<Execution> executions) {
        return new HashSet<>(rows.ask(
                """
                update uws_job j set lease = now() + make_interval(secs => ?), progress = coalesce(h.progress, j.progress)
                from unnest(?::text[], ?::int[], ?::float8[]) as h (id, attempt, progress)
                where j.id = h.id and j.attempt = h.attempt and j.worker = ? and j.phase = 'EXECUTING' returning j.id""",
                row -> row.getString(1),
                seconds(),
                executions.stream().map(e -> e.job().id()).toArray(String[]::new),
                executions.stream().map(e -> e.job().attempt()).toArray(Integer[]::new),
                executions.stream().map(Execution::progress).toArray(Double[]::new),
                worker));
    }

    /** Publishes results; false if the job is this worker's no more. */
    boolean complete(Job job, List<JobResult> results) {
        return 1
                == rows.change(
                        "update uws_job set phase = 'COMPLETED', ended = now(), lease = null, progress = 1, results = ?::json"
                                + HELD,
                        JobRow.json(results),
                        job.id(),
                        worker,
                        job.attempt());
    }

    /** Ends a job that did not go well; false if it is this worker's no more. */
    boolean fail(Job job, Phase phase, @Nullable JobFailure failure) {
        return 1
                == rows.change(
                        "update uws_job set phase = ?, ended = now(), lease = null, failure = ?::json" + HELD,
                        phase.name(),
                        failure == null ? null : JobRow.json(failure),
                        job.id(),
                        worker,
                        job.attempt());
    }

    /** Queues a job again that has not been done. */
    boolean giveBack(Job job) {
        return 1
                == rows.change(
                        "update uws_job set phase = 'QUEUED', started = null, lease = null" + HELD,
                        job.id(),
                        worker,
                        job.attempt());
    }

    private double seconds() {
        return lease.toMillis() / 1e3;
    }
}
