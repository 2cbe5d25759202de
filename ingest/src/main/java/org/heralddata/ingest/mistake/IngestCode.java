package org.heralddata.ingest.mistake;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong between a descriptor and its files. */
public enum IngestCode implements DiagnosticCode {
    NO_FILES("I001", "No file is where the source says"),
    NO_READER("I002", "A file is of no format that Herald reads"),
    NO_TABLE("I003", "A file has no such table, or several to choose from"),
    NO_COLUMN("I004", "A file has no such column"),
    NO_METADATA("I005", "A file's metadata have no such entry"),
    FILE_NAME("I006", "A file's name does not fit the pattern of a column"),
    UNIT("I007", "The unit in a file does not convert to the unit published"),
    TYPE("I008", "The type in a file does not convert to the type published"),
    VALUE("I009", "A value in a file does not convert to the type published"),
    TIME("I010", "A file does not tell how to read the time of its events"),
    CHANGED("I011", "A file changed while it was read"),
    UNREADABLE("I012", "The bytes of a file cannot be had"),
    INDEX("I013", "An index of files cannot be understood"),
    DIRECTION("I014", "The direction of the events cannot be read"),
    FIELD("I020", "A field of a file has no value, or one that does not fit"),
    FILE_TIME("I021", "The time that a file covers cannot be told"),
    READER_FAILED("I022", "A reader failed on a file in a way that it should not"),
    NO_FILES_SECTION("I023", "The descriptor has neither tables nor files");

    private final String id;
    private final String title;

    IngestCode(String id, String title) {
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
