package org.heralddata.formats.text;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with a text table. */
public enum TextCode implements DiagnosticCode {
    BROKEN_CONTAINER("F100", "A compressed file is damaged"),
    NOT_TEXT("F101", "The file is not text"),
    NO_TABLE("F102", "The text holds no table"),
    FIELD_COUNT("F103", "A row has too few or too many fields"),
    BAD_QUOTE("F104", "A quoted field is not closed, or text follows its closing quote"),
    BAD_VALUE("F105", "A field is not a value of its column"),
    UNKNOWN_OPTION("F106", "A reading option is not known"),
    BAD_OPTION("F107", "A reading option has a value that it cannot take"),
    LONG_LINE("F108", "A line is too long for a table"),
    ZIP_ENTRIES("F109", "A ZIP file does not hold exactly one table"),
    BROKEN_JSON("F110", "The JSON is damaged"),
    JSON_NO_TABLE("F111", "The JSON holds no table"),
    NAMES_UNUSED("F120", "A header does not fit the rows, so columns were numbered"),
    COMMENTS_BETWEEN("F121", "Comment lines stand between rows"),
    MIXED_COLUMN("F122", "A column of numbers and words was read as text"),
    NAMES_CHANGED("F123", "Column names were made unique"),
    NOT_UTF8("F124", "The text is not UTF-8 and was read as Windows-1252"),
    LEFT_OUT("F125", "A part of the JSON fits no column and was left out");

    private final String id;
    private final String title;

    TextCode(String id, String title) {
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
