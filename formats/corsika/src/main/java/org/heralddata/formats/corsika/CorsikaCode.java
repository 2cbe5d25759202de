package org.heralddata.formats.corsika;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with a CORSIKA file. */
public enum CorsikaCode implements DiagnosticCode {
    TRUNCATED("F700", "a CORSIKA file ends before its run does"),
    BROKEN("F701", "the bytes of a CORSIKA file contradict its format"),
    UNSUPPORTED("F702", "a CORSIKA file uses something that Herald does not read"),
    OPTION("F703", "the CORSIKA reader does not know an option"),
    TOO_LARGE("F704", "a line or card of a CORSIKA text file is too long");

    private final String id;
    private final String title;

    CorsikaCode(String id, String title) {
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
