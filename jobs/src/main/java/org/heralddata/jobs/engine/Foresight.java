package org.heralddata.jobs.engine;

import java.util.List;
import org.heralddata.jobs.ForeseenKind;
import org.heralddata.jobs.JobCost;
import org.heralddata.jobs.JobFailure;
import org.heralddata.jobs.JobKind;
import org.heralddata.jobs.JobParameter;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a job before it is queued.
 *
 * @param cost    as it was told when the job was made, if nothing more is known
 * @param failure why it cannot go well; null if it may
 */
record Foresight(JobCost cost, @Nullable JobFailure failure) {

    static Foresight of(@Nullable JobKind kind, @Nullable String owner, List<JobParameter> parameters, JobCost told) {
        if (!(kind instanceof ForeseenKind foreseen)) {
            return new Foresight(told, null);
        }
        try {
            return new Foresight(foreseen.foresee(owner, parameters), null);
        } catch (Refusal refusal) {
            if (refusal.diagnostics().getFirst().code().isOfTheMachine()) {
                throw refusal;
            }
            return new Foresight(told, JobFailure.of(false, refusal.diagnostics()));
        }
    }
}
