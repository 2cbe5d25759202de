package org.heralddata.adql;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with a query in ADQL. */
public enum AdqlCode implements DiagnosticCode {
    SYNTAX("Q100", "The query breaks the grammar of ADQL"),
    RESERVED_WORD("Q101", "A reserved word is used as a name"),
    TOO_LARGE("Q102", "The query is too long, too deep or joins too many tables"),
    NO_TABLE("Q103", "There is no such table"),
    NO_COLUMN("Q104", "There is no such column"),
    AMBIGUOUS("Q105", "A name fits more than one table or column"),
    NO_FUNCTION("Q106", "There is no such function"),
    WRONG_ARGUMENTS("Q107", "A function is called with arguments that it does not take"),
    WRONG_TYPE("Q108", "A value is of a type that does not fit"),
    BAD_LITERAL("Q109", "A number, time or region cannot be read or is out of range"),
    BAD_UNIT("Q110", "A unit is unknown or does not fit"),
    BAD_GROUPING("Q111", "A column is neither grouped by nor within an aggregate function"),
    BAD_JOIN("Q112", "A join does not say how its tables are joined"),
    BAD_SET("Q113", "The queries of a set operation have different columns"),
    DUPLICATE("Q114", "A name is given twice"),
    NOT_SUPPORTED("Q115", "The query uses what Herald does not support"),
    FAILED("Q116", "The engine could not compute a value");

    private final String id;
    private final String title;

    AdqlCode(String id, String title) {
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
