package org.heralddata.query;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with a question to the data. */
public enum QueryCode implements DiagnosticCode {
    NO_COLLECTION("Q001", "There is no such collection"),
    NO_RELEASE("Q002", "The collection has no such release"),
    NO_TABLE("Q003", "The release has no such table"),
    NO_COLUMN("Q004", "The table has no such column"),
    NO_FORMAT("Q005", "There is no such export format"),
    BUSY("Q006", "Too many queries are waiting"),
    TIME_OUT("Q007", "The query took too long"),
    BAD_HISTOGRAM("Q008", "No histogram can be made so"),
    BAD_ORDER("Q009", "Rows cannot be sorted so"),
    NO_DIRECTION("Q010", "The table has no directions"),
    TOO_LARGE("Q011", "The query needs more memory than it may have"),
    BAD_REQUEST("Q012", "A question to the data has a faulty argument"),
    RESTRICTED("Q013", "The data are not open to everyone"),
    NO_FILE("Q014", "There is no such file in the catalogue"),
    FILE_GONE("Q015", "A catalogued file is not where it was, or not as it was"),
    SYNTAX("Q020", "The selection breaks the grammar"),
    TOO_LONG("Q021", "The selection is too long, too deep or has too many terms"),
    BAD_NUMBER("Q022", "A number cannot be read or does not fit the column"),
    BAD_TIME("Q023", "A time cannot be read"),
    BAD_ANGLE("Q024", "An angle cannot be read or is out of range"),
    WRONG_TYPE("Q025", "A value is of another type than the column"),
    BAD_UNIT("Q026", "A unit is unknown or does not fit the column"),
    BAD_JSON("Q027", "The JSON form of a selection is faulty");

    private final String id;
    private final String title;

    QueryCode(String id, String title) {
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
