package org.heralddata.jobs;

import java.io.IOException;
import org.heralddata.model.diagnostic.Refusal;

/** A kind of work that may be asked for as a job. Safe for many threads. */
public interface JobKind {

    /** Stable: jobs are found by it after a restart. */
    String name();

    JobLimits limits();

    /**
     * Does the work, on a thread of its own. It is interrupted when the job is aborted, its time is over, or another worker has
     * taken it over; then what it throws or returns matters to nobody.
     *
     * <p>May run again from the beginning when the process has died in between.
     *
     * @throws Refusal     if it cannot be done: the job ends in ERROR with these words
     * @throws IOException if a result cannot be written
     */
    void run(JobRun run) throws IOException, InterruptedException;
}
