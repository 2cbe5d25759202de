package org.heralddata.serve.vo.uws;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with a request to a job. */
public enum UwsCode implements DiagnosticCode {
    NO_RESOURCE("V010", "A job has no such resource"),
    NOT_ALLOWED("V011", "The resource of a job cannot be changed so"),
    BAD_VALUE("V012", "A value for a job cannot be read");

    private final String id;
    private final String title;

    UwsCode(String id, String title) {
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
