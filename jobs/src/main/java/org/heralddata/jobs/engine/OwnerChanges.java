package org.heralddata.jobs.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobCode;
import org.heralddata.jobs.JobCost;
import org.heralddata.jobs.JobFailure;
import org.heralddata.jobs.JobLimits;
import org.heralddata.jobs.JobParameter;
import org.heralddata.jobs.Phase;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** What owners change of jobs that there are; refuses what their phases do not let. Safe for many threads and processes. */
final class OwnerChanges {
    private final JobTable table;
    private final JobFolders folders;

    OwnerChanges(JobTable table, JobFolders folders) {
        this.table = table;
        this.folders = folders;
    }

    Job known(String id) {
        return table.find(id).orElseThrow(() -> unknown(id));
    }

    /** One that may be changed in all respects. */
    Job pending(String id, String what) {
        Job job = known(id);
        if (job.phase() != Phase.PENDING) {
            throw wrongPhase(job, what);
        }
        return job;
    }

    Job start(String id, @Nullable Instant quote) {
        Optional<Job> started = table.move(id, EnumSet.of(Phase.PENDING, Phase.HELD), Phase.QUEUED, quote);
        Job now = started.orElseGet(() -> known(id));
        if (started.isEmpty() && now.phase() != Phase.QUEUED && now.phase() != Phase.EXECUTING) {
            throw wrongPhase(now, "be started");
        }
        return now;
    }

    /** Ends one that was not queued yet. */
    Job refuse(String id, JobFailure failure) {
        return table.refuse(id, failure).orElseGet(() -> known(id));
    }

    /** One that was not queued yet, with what it will take. */
    Job costing(Job job, JobCost cost) {
        return cost.equals(job.cost()) ? job : table.cost(job.id(), cost).orElse(job);
    }

    Job hold(String id) {
        return table.move(id, EnumSet.of(Phase.PENDING, Phase.QUEUED), Phase.HELD, null)
                .orElseThrow(() -> wrongPhase(known(id), "be held"));
    }

    Job abort(String id) {
        return table.move(
                        id,
                        JobTable.allBut(Phase.COMPLETED, Phase.ERROR, Phase.ABORTED, Phase.ARCHIVED),
                        Phase.ABORTED,
                        null)
                .orElseGet(() -> known(id));
    }

    /** Keeps it from running, and shows that its files go. */
    void deleting(String id) {
        if (!table.deleting(id)) {
            throw unknown(id);
        }
    }

    void delete(String id) {
        folders.delete(id);
        table.delete(id);
    }

    Job parameters(String id, UnaryOperator<List<JobParameter>> change) {
        return table.parameters(id, change).orElseThrow(() -> wrongPhase(known(id), "take parameters"));
    }

    Job runId(String id, @Nullable String runId) {
        return table.runId(id, runId).orElseThrow(() -> wrongPhase(known(id), "be renamed"));
    }

    Job rename(String id, @Nullable String runId) {
        return table.rename(id, runId).orElseThrow(() -> unknown(id));
    }

    Job duration(String id, Duration wished, JobLimits limits) {
        return table.duration(id, limits.granted(wished))
                .orElseThrow(() -> wrongPhase(known(id), "be given another execution duration"));
    }

    Job destruction(String id, Instant wished, JobLimits limits) {
        return table.destruction(id, wished, limits.maxKept())
                .orElseThrow(() -> wrongPhase(known(id), "be given another destruction time"));
    }

    private static Refusal unknown(String id) {
        return new Refusal(Diagnostic.error(JobCode.NO_JOB, "there is no job `%s`".formatted(id))
                .helped("jobs are swept away at their destruction time"));
    }

    private static Refusal wrongPhase(Job job, String what) {
        return new Refusal(
                Diagnostic.error(JobCode.WRONG_PHASE, "a job that is %s cannot %s".formatted(job.phase(), what)));
    }
}
