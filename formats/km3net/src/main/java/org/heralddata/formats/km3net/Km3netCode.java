package org.heralddata.formats.km3net;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with a file of KM3NeT. */
public enum Km3netCode implements DiagnosticCode {
    TRUNCATED("F740", "a KM3NeT file ends before what it promises"),
    BROKEN("F741", "the contents of a KM3NeT file contradict their format"),
    UNSUPPORTED("F742", "a KM3NeT file is of a version that Herald does not read"),
    OPTION("F743", "the KM3NeT reader does not know an option"),
    TOO_LARGE("F744", "a line or record of a KM3NeT file is too long");

    private final String id;
    private final String title;

    Km3netCode(String id, String title) {
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
