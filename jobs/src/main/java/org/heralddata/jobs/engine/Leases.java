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
    private static final String BEGIN = """
            update uws_job set phase = 'EXECUTING', worker = ?, attempt = attempt + 1, losses = losses + %d, started = now(),
                progress = null, rows_done = 0, bytes_done = 0, lease = now() + make_interval(secs => ?)
            from picked where uws_job.number = picked.number returning uws_job.*""";

    /** Parties are written down in one order, so that two processes do not wait for each other. */
    private static final String QUEUED = FairOrder.LINE + """
            , picked as materialized (
                select q.number from line join uws_job q on q.number = line.number
                where q.phase = 'QUEUED' and q.kind = any (?) and line.cost <= ?
                order by line.priority desc, line.key, line.number limit ? for update of q skip locked
            ), taken as (
                %s
            ), served as (
                insert into job_use (kind, party, served) select distinct kind, party, now() from taken order by kind, party
                on conflict (kind, party) do update set served = now()
            )
            select %s from taken""".formatted(BEGIN.formatted(0), JobRow.COLUMNS);

    private static final String EXPIRED = """
            with picked as materialized (
                select number from uws_job where phase = 'EXECUTING' and lease < now() and losses + 1 < ? and kind = any (?)
                    and (cost is null or cost <= ?)
                order by priority desc, number limit ? for update skip locked
            ), taken as (
                %s
            )
            select %s from taken""".formatted(BEGIN.formatted(1), JobRow.COLUMNS);

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

    /**
     * Takes queued jobs, those first whose turn it is.
     *
     * @param cost only such as are expected to take so many seconds at most
     */
    List<Job> claim(int atMost, double cost) {
        return rows.ask(QUEUED, JobRow::read, kinds, cost, atMost, worker, seconds());
    }

    /** Takes over jobs whose worker has vanished. */
    List<Job> takeOver(int atMost, double cost) {
        return rows.ask(EXPIRED, JobRow::read, attempts, kinds, cost, atMost, worker, seconds());
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
                update uws_job j set lease = now() + make_interval(secs => ?), progress = coalesce(h.progress, j.progress),
                    rows_done = h.rows, bytes_done = h.bytes
                from unnest(?::text[], ?::int[], ?::float8[], ?::int8[], ?::int8[]) as h (id, attempt, progress, rows, bytes)
                where j.id = h.id and j.attempt = h.attempt and j.worker = ? and j.phase = 'EXECUTING' returning j.id""",
                row -> row.getString(1),
                seconds(),
                executions.stream().map(e -> e.job().id()).toArray(String[]::new),
                executions.stream().map(e -> e.job().attempt()).toArray(Integer[]::new),
                executions.stream().map(e -> e.progress().fraction()).toArray(Double[]::new),
                executions.stream().map(e -> e.progress().rows()).toArray(Long[]::new),
                executions.stream().map(e -> e.progress().bytes()).toArray(Long[]::new),
                worker));
    }

    /** Publishes results; false if the job is this worker's no more. */
    boolean complete(Job job, List<JobResult> results, long rowsDone) {
        return 1
                == rows.change(
                        "update uws_job set phase = 'COMPLETED', ended = now(), lease = null, progress = 1, results = ?::json,"
                                + " rows_done = ?, bytes_done = ?" + HELD,
                        JobRow.json(results),
                        rowsDone,
                        results.stream().mapToLong(JobResult::bytes).sum(),
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
