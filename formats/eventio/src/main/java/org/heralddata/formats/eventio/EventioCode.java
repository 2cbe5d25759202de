package org.heralddata.formats.eventio;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with an EventIO file. */
public enum EventioCode implements DiagnosticCode {
    TRUNCATED("F720", "an EventIO file ends within an object"),
    BROKEN("F721", "the bytes of an EventIO file contradict its format"),
    LEFT_OUT("F722", "objects of an EventIO file are left out"),
    OPTION("F723", "the EventIO reader does not know an option"),
    TOO_LARGE("F724", "an object of an EventIO file is too large to be held in memory");

    private final String id;
    private final String title;

    EventioCode(String id, String title) {
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
