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
    TOO_MANY_ACTIVE("J028", "As many requests of one user wait or run as may"),
    TOO_MANY_KEPT("J029", "As many requests of one user are kept as may be"),
    TOO_MANY_BYTES("J030", "The packages of one user have as many bytes as are kept"),
    DAY_IS_FULL("J031", "As many bytes of packages were made for one user today as are granted"),
    NOT_LONGER("J032", "The request is kept as long as may be"),
    NO_SHARE("J033", "Nothing is shared by this address"),
    NOT_SHAREABLE("J034", "The request holds data that are not open to everyone"),
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
