package org.heralddata.jobs.engine;

import java.util.List;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobCode;
import org.heralddata.jobs.JobFailure;
import org.heralddata.model.diagnostic.Diagnostic;

/** Ends of jobs that are no matter of what they do. */
final class OwnFailures {

    private OwnFailures() {}

    static JobFailure late(Job job) {
        String message = "the job took longer than the %d s that it may"
                .formatted(job.duration().toSeconds());
        return JobFailure.of(
                false,
                List.of(Diagnostic.error(JobCode.TIME_OVER, message)
                        .helped("ask for less, or for a longer execution duration")));
    }

    /** @param times that it was begun */
    static JobFailure lost(int times) {
        String message = "the job was begun %d times, and each time the process that ran it ended before the job did"
                .formatted(times);
        return JobFailure.of(
                true,
                List.of(Diagnostic.error(JobCode.LOST, message)
                        .helped("ask for less at a time; if that does not help, tell those who run this server")));
    }
}
