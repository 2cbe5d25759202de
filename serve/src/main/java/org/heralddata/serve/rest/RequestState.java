package org.heralddata.serve.rest;

import org.heralddata.jobs.Job;

/** The states of a request as data shops call them; the phases of UWS are the truth. */
public enum RequestState {
    SCHEDULED("Scheduled"),
    RUNNING("Running"),
    FINISHED("Finished"),
    FAILED("Failed"),
    DELETING("Deleting"),
    EXPIRED("Expired");

    private final String label;

    RequestState(String label) {
        this.label = label;
    }

    public static RequestState of(Job job) {
        if (job.deleting()) {
            return DELETING;
        }
        return switch (job.phase()) {
            case PENDING, QUEUED, HELD -> SCHEDULED;
            case EXECUTING -> RUNNING;
            case COMPLETED -> FINISHED;
            case ERROR, ABORTED -> FAILED;
            case ARCHIVED -> EXPIRED;
        };
    }

    public String label() {
        return label;
    }
}
