package org.heralddata.jobs.engine;

import java.util.List;
import org.heralddata.jobs.JobCode;
import org.heralddata.jobs.JobQuota;
import org.heralddata.jobs.NewJob;
import org.heralddata.jobs.Statements;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/** Refuses jobs for which there is no room: they are counted in the transaction that makes one. Safe for many threads and processes. */
final class Admission {
    private final JobQuota quota;

    Admission(JobQuota quota) {
        this.quota = quota;
    }

    /**
     * Until the end of the transaction no other job of this kind can be made by the same account; of people without one by anybody of them,
     * since they are counted together, too.
     */
    void lock(Statements transaction, NewJob job) {
        transaction.ask(
                "select pg_advisory_xact_lock(hashtextextended('herald job ' || ? || ' of ' || ?, 0))",
                _ -> true,
                job.kind(),
                job.owner() == null ? "people without accounts" : JobRow.clean(Queue.party(job)));
    }

    /** Each kind has a count of its own. */
    void require(Statements statements, NewJob job) {
        if (job.owner() != null || (quota.anonymous() == Integer.MAX_VALUE && quota.perOrigin() == Integer.MAX_VALUE)) {
            return;
        }
        List<long[]> counts = statements.ask(
                "select count(*), count(*) filter (where origin is not distinct from ?) from uws_job"
                        + " where owner is null and kind = ? and phase <> 'ARCHIVED'",
                row -> new long[] {row.getLong(1), row.getLong(2)},
                JobRow.clean(job.origin()),
                job.kind());
        if (counts.getFirst()[1] >= quota.perOrigin()) {
            throw new Refusal(Diagnostic.error(
                            JobCode.TOO_MANY_OF_ONE,
                            "there are %d jobs from your network address, and more are not kept"
                                    .formatted(counts.getFirst()[1]))
                    .helped("delete jobs that you do not need any more (DELETE, or ACTION=DELETE), or set an earlier"
                            + " destruction"));
        }
        if (counts.getFirst()[0] >= quota.anonymous()) {
            throw new Refusal(Diagnostic.error(
                            JobCode.TOO_MANY, "this server keeps %d jobs, and no more".formatted(quota.anonymous()))
                    .helped("try again later, or ask at once: /tap/sync"));
        }
    }
}
