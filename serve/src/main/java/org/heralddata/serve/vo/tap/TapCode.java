package org.heralddata.serve.vo.tap;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with a request to TAP. */
public enum TapCode implements DiagnosticCode {
    NO_ADDRESS("V020", "TAP has nothing at this address"),
    NO_QUERY("V021", "A TAP request has no query"),
    NO_LANGUAGE("V022", "There is no such query language"),
    BAD_MAXREC("V023", "MAXREC is no number of rows"),
    NO_FORMAT("V024", "There is no such response format"),
    BAD_REQUEST("V025", "A TAP request cannot be understood"),
    BAD_UPLOAD("V026", "An upload is written wrongly"),
    UPLOAD_FORBIDDEN("V027", "An upload comes from an address that is not allowed"),
    UPLOAD_FAILED("V028", "An upload could not be fetched"),
    UPLOAD_TOO_LARGE("V029", "An upload is too large"),
    UPLOAD_UNREADABLE("V030", "An upload is no table that Herald reads"),
    NO_TABLE("V031", "TAP has no such table"),
    OUR_FAULT("V032", "The query failed for a reason of ours");

    private final String id;
    private final String title;

    TapCode(String id, String title) {
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
