package org.heralddata.serve.vo.dali;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with a request in a protocol of the Virtual Observatory. */
public enum VoCode implements DiagnosticCode {
    MISSING("V050", "A parameter is missing"),
    BAD_VALUE("V051", "A parameter has a value that it cannot have"),
    REPEATED("V052", "A parameter is given more than once"),
    NO_FORMAT("V053", "There is no such response format");

    private final String id;
    private final String title;

    VoCode(String id, String title) {
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
