package org.heralddata.serve.rest;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with a request to the REST API itself. */
public enum RestCode implements DiagnosticCode {
    NO_ADDRESS("R001", "There is nothing at this address"),
    UNKNOWN_PARAMETER("R002", "The address does not take such a parameter"),
    BAD_PARAMETER("R003", "A parameter has a value that it cannot have"),
    MISSING_PARAMETER("R004", "A parameter that is needed is missing"),
    BAD_BODY("R005", "The body of the request cannot be read"),
    BODY_TOO_LARGE("R006", "The body of the request is too large"),
    NOT_ALLOWED("R007", "The address does not answer this method"),
    NOT_ACCEPTABLE("R008", "There is no answer of a media type that the request accepts"),
    NO_FILE("R009", "The release has no such file"),
    OUR_FAULT("R010", "The server failed");

    private final String id;
    private final String title;

    RestCode(String id, String title) {
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
