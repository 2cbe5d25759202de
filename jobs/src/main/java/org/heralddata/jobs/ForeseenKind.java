package org.heralddata.jobs;

import java.util.List;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** A kind whose jobs are looked at before they are queued. Safe for many threads. */
public interface ForeseenKind extends JobKind {

    /**
     * What a job will take. Soon said: nothing is run.
     *
     * @param owner null for somebody without an account
     * @throws Refusal if it cannot go well: it ends in ERROR with these words, and is never queued; but what is {@linkplain
     *     org.heralddata.model.diagnostic.DiagnosticCode#isOfTheMachine of the machine} is told to who asks, and the job left as it is
     */
    JobCost foresee(@Nullable String owner, List<JobParameter> parameters);
}
