package org.heralddata.serve.vo.tap;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobFilter;
import org.heralddata.jobs.JobParameter;
import org.heralddata.jobs.Jobs;
import org.heralddata.jobs.NewJob;
import org.heralddata.jobs.Phase;
import org.heralddata.jobs.QueuePlace;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.serve.viewer.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** What queries would take of whoever asks now, and whether they would be taken as jobs. Safe for many threads. */
public final class TapEstimates {
    /** So many are named of those that may go. */
    private static final int NAMED = 3;

    private final TapService tap;
    private final Jobs jobs;

    TapEstimates(TapService tap, Jobs jobs) {
        this.tap = tap;
        this.jobs = jobs;
    }

    /**
     * @param place    where it would stand as a job
     * @param refusals why it would not be taken as a job, with advice; empty if it would
     */
    public record Foreseen(TapEstimate estimate, QueuePlace place, List<Diagnostic> refusals) {
        public Foreseen {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * @param maxRec rows that are asked for; null for the usual number
     * @param origin network address of whoever asks
     * @throws org.heralddata.model.diagnostic.Refusal with all mistakes of the query
     */
    public Foreseen of(String adql, @Nullable String maxRec, String origin) {
        TapEstimate estimate = tap.estimate(adql, maxRec);
        @Nullable String owner = CurrentViewer.get().account();
        var job = new NewJob(
                tap.kind().name(),
                owner,
                owner == null ? origin : null,
                null,
                null,
                null,
                List.<JobParameter>of(),
                estimate.in("votable"));
        List<Diagnostic> refusals =
                jobs.refusals(job).stream().map(refusal -> named(refusal, job)).toList();
        return new Foreseen(estimate, jobs.placeOfNew(job), refusals);
    }

    /** With the jobs of whoever asks that ended first. */
    private Diagnostic named(Diagnostic refusal, NewJob job) {
        var ended = new JobFilter(
                job.kind(),
                job.owner(),
                job.origin(),
                EnumSet.of(Phase.COMPLETED, Phase.ERROR, Phase.ABORTED),
                null,
                null);
        List<String> first = jobs.list(ended).stream()
                .filter(one -> one.ended() != null)
                .sorted(Comparator.comparing(one -> Objects.requireNonNull(one.ended())))
                .limit(NAMED)
                .map(Job::id)
                .map(id -> TapService.PATH + "/async/" + id)
                .toList();
        return first.isEmpty()
                ? refusal
                : refusal.helped("%s; those that ended first: %s".formatted(refusal.help(), String.join(", ", first)));
    }
}
