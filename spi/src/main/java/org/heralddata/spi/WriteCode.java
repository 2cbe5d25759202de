package org.heralddata.spi;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with the wishes for a file to be written. */
public enum WriteCode implements DiagnosticCode {
    UNKNOWN_OPTION("F001", "a format is not written with such an option"),
    BAD_VALUE("F002", "an option of writing cannot have such a value");

    private final String id;
    private final String title;

    WriteCode(String id, String title) {
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
