package org.heralddata.formats.metadata;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with the places that metadata are taken from. */
public enum MetadataCode implements DiagnosticCode {
    BROKEN("F790", "A side-car file cannot be read"),
    TOO_LARGE("F791", "A side-car file is too large or nested too deeply"),
    OUTSIDE("F792", "A side-car file lies outside of the data folder");

    private final String id;
    private final String title;

    MetadataCode(String id, String title) {
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
