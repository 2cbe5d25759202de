package org.heralddata.jobs.notice;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** Why nobody can be told that a request has ended. */
public enum NoticeCode implements DiagnosticCode {
    NO_MAIL("J050", "This server sends no letters"),
    NO_ACCOUNT("J051", "Letters go to the confirmed address of an account only"),
    FORBIDDEN_WEBHOOK("J052", "The address may not be called");

    private final String id;
    private final String title;

    NoticeCode(String id, String title) {
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
