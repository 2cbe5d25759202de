package org.heralddata.jobs;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with a job. */
public enum JobCode implements DiagnosticCode {
    NO_JOB("J001", "There is no such job"),
    WRONG_PHASE("J002", "The job is past the phase in which this can be done"),
    LOST("J003", "The processes that ran the job ended before it did"),
    TIME_OVER("J004", "The job took longer than it may"),
    BROKEN("J005", "The job failed for a reason of ours"),
    NOT_WRITTEN("J006", "A result of the job could not be written"),
    STOPPED("J007", "The server that should do this is being stopped"),
    TOO_MANY_OF_ONE("J008", "There are as many jobs from one network address as are kept"),
    TOO_MANY("J009", "There are as many jobs as are kept"),
    NO_ROOM("J010", "There are as many files of jobs as are kept"),
    OTHER_STORE("J027", "The folders are not those that the database belongs to");

    private final String id;
    private final String title;

    JobCode(String id, String title) {
        this.id = id;
        this.title = title;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }
}
