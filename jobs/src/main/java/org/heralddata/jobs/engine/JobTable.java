package org.heralddata.jobs.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobCost;
import org.heralddata.jobs.JobFailure;
import org.heralddata.jobs.JobFilter;
import org.heralddata.jobs.JobParameter;
import org.heralddata.jobs.NewJob;
import org.heralddata.jobs.Phase;
import org.heralddata.jobs.Statements;
import org.jspecify.annotations.Nullable;

/** What owners of jobs may do to the rows. Each change names the phases that it may be made in, so that none is lost. */
final class JobTable {
    private final Rows rows;

    JobTable(Rows rows) {
        this.rows = rows;
    }

    static Job insert(
            Statements transaction,
            String id,
            NewJob job,
            Phase phase,
            @Nullable Instant quote,
            Duration duration,
            Duration kept,
            Duration keptAtMost) {
        return transaction
                .ask(
                        "insert into uws_job (id, kind, phase, owner, origin, run_id, quote, execution_duration, cost, rows_expected,"
                                + " bytes_expected, queued, destruction, parameters) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, case when ? then now() end,"
                                + " least(greatest(coalesce(?, now() + make_interval(secs => ?)), now()), now() + make_interval(secs => ?)), ?::json)"
                                + " returning " + JobRow.COLUMNS,
                        JobRow::read,
                        id,
                        job.kind(),
                        phase.name(),
                        JobRow.clean(job.owner()),
                        JobRow.clean(job.origin()),
                        JobRow.clean(job.runId()),
                        JobRow.time(quote),
                        duration.toSeconds(),
                        job.cost().seconds(),
                        job.cost().rows(),
                        job.cost().bytes(),
                        phase == Phase.QUEUED,
                        JobRow.time(job.destruction()),
                        kept.toSeconds(),
                        keptAtMost.toSeconds(),
                        JobRow.json(job.parameters()))
                .getFirst();
    }

    Optional<Job> find(String id) {
        return one("select " + JobRow.COLUMNS + " from uws_job where id = ?", id);
    }

    List<Job> list(JobFilter filter) {
        var sql = new StringBuilder("select ").append(JobRow.COLUMNS).append(" from uws_job where kind = ?");
        List<@Nullable Object> values = new ArrayList<>(List.of(filter.kind()));
        if (filter.owner() != null) {
            sql.append(" and owner = ?");
            values.add(JobRow.clean(filter.owner()));
        } else {
            sql.append(" and owner is null and origin is not distinct from ?");
            values.add(JobRow.clean(filter.origin()));
        }
        if (filter.phases().isEmpty()) {
            sql.append(" and phase <> 'ARCHIVED'");
        } else {
            sql.append(" and phase = any (?)");
            values.add(names(filter.phases()));
        }
        if (filter.after() != null) {
            sql.append(" and created > ?");
            values.add(JobRow.time(filter.after()));
        }
        sql.append(
                filter.last() == null
                        ? " order by created, number"
                        : " order by created desc, number desc limit " + filter.last());
        return rows.ask(sql.toString(), JobRow::read, values.toArray());
    }

    /** Moves a job from one of some phases to another; empty if it is in none of them. */
    Optional<Job> move(String id, Set<Phase> from, Phase to, @Nullable Instant quote) {
        return one(
                "update uws_job set phase = ?, quote = coalesce(?, quote), lease = null, queued = case when ? then now() else queued end,"
                        + " ended = case when ? then now() else ended end where id = ? and phase = any (?) and deleting is null returning "
                        + JobRow.COLUMNS,
                to.name(),
                JobRow.time(quote),
                to == Phase.QUEUED,
                to.isEnded(),
                id,
                names(from));
    }

    /** Ends a job that was not queued yet. */
    Optional<Job> refuse(String id, JobFailure failure) {
        return one(
                "update uws_job set phase = 'ERROR', ended = now(), failure = ?::json"
                        + " where id = ? and phase = 'PENDING' and deleting is null returning " + JobRow.COLUMNS,
                JobRow.json(failure),
                id);
    }

    Optional<Job> cost(String id, JobCost cost) {
        return one(
                "update uws_job set cost = ?, rows_expected = ?, bytes_expected = ? where id = ? and phase = 'PENDING' returning "
                        + JobRow.COLUMNS,
                cost.seconds(),
                cost.rows(),
                cost.bytes(),
                id);
    }

    Optional<Job> parameters(String id, UnaryOperator<List<JobParameter>> change) {
        while (true) {
            Optional<Job> before = find(id).filter(job -> job.phase() == Phase.PENDING);
            if (before.isEmpty()) {
                return before;
            }
            List<JobParameter> old = before.get().parameters();
            Optional<Job> after = one(
                    "update uws_job set parameters = ?::json where id = ? and phase = 'PENDING' and parameters::text = ? returning "
                            + JobRow.COLUMNS,
                    JobRow.json(change.apply(old)),
                    id,
                    JobRow.json(old));
            if (after.isPresent()) {
                return after;
            }
        }
    }

    Optional<Job> runId(String id, @Nullable String runId) {
        return one(
                "update uws_job set run_id = ? where id = ? and phase = 'PENDING' returning " + JobRow.COLUMNS,
                JobRow.clean(runId),
                id);
    }

    Optional<Job> rename(String id, @Nullable String runId) {
        return one(
                "update uws_job set run_id = ? where id = ? and deleting is null returning " + JobRow.COLUMNS,
                JobRow.clean(runId),
                id);
    }

    Optional<Job> duration(String id, Duration granted) {
        return one(
                "update uws_job set execution_duration = ? where id = ? and phase in ('PENDING', 'HELD', 'QUEUED') returning "
                        + JobRow.COLUMNS,
                granted.toSeconds(),
                id);
    }

    Optional<Job> destruction(String id, Instant wished, Duration keptAtMost) {
        return one(
                "update uws_job set destruction = least(greatest(?, now()), created + make_interval(secs => ?))"
                        + " where id = ? and phase <> 'ARCHIVED' returning " + JobRow.COLUMNS,
                JobRow.time(wished),
                keptAtMost.toSeconds(),
                id);
    }

    /** Marks a job whose files are about to go; it will not run any more. */
    boolean deleting(String id) {
        return rows.change(
                        "update uws_job set deleting = coalesce(deleting, now()), lease = null, phase = case when phase in"
                                + " ('PENDING', 'QUEUED', 'EXECUTING', 'HELD') then 'ABORTED' else phase end where id = ?",
                        id)
                > 0;
    }

    void delete(String id) {
        rows.change("delete from uws_job where id = ?", id);
    }

    List<Job> find(Collection<String> ids) {
        return rows.ask("select " + JobRow.COLUMNS + " from uws_job where id = any (?)", JobRow::read, (Object)
                ids.toArray(String[]::new));
    }

    Map<String, Phase> phases(Set<String> ids) {
        Map<String, Phase> found = new HashMap<>();
        rows.ask(
                "select id, phase from uws_job where id = any (?)",
                row -> found.put(row.getString(1), Phase.valueOf(row.getString(2))),
                (Object) ids.toArray(String[]::new));
        return found;
    }

    private Optional<Job> one(String sql, @Nullable Object... values) {
        return rows.ask(sql, JobRow::read, values).stream().findFirst();
    }

    private static String[] names(Set<Phase> phases) {
        return phases.stream().map(Enum::name).toArray(String[]::new);
    }

    static Set<Phase> allBut(Phase... excluded) {
        var phases = java.util.EnumSet.allOf(Phase.class);
        Arrays.asList(excluded).forEach(phases::remove);
        return phases;
    }
}
