package org.heralddata.serve.event;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with what an address calls an event. */
public enum EventCode implements DiagnosticCode {
    NO_EVENT("R050", "The table has no such event");

    private final String id;
    private final String title;

    EventCode(String id, String title) {
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
