package org.heralddata.jobs.request;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with a data request. */
public enum RequestCode implements DiagnosticCode {
    BAD_REQUEST("J020", "The request is not written as one"),
    NO_ROWS("J021", "No row passes the selections of the request"),
    TOO_LARGE("J022", "The request asks for more than is granted"),
    NO_REQUEST("J023", "There is no such request"),
    NOT_READY("J024", "The package is not there"),
    CHANGED("J025", "A request run again gave other rows than before"),
    LISTENERS("J026", "As many connections from one network address follow requests as are served"),
    NOT_YOURS("U070", "The request is somebody else's");

    private final String id;
    private final String title;

    RequestCode(String id, String title) {
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
