package org.heralddata.descriptor;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** The mistakes that a descriptor can hold. */
public enum DescriptorCode implements DiagnosticCode {
    SYNTAX("D001", "The text is not YAML"),
    NOT_A_DESCRIPTOR("D002", "The text is YAML but not a descriptor, or too large for one"),
    UNKNOWN_KEY("D003", "A key that descriptors do not have at this place"),
    REPEATED_KEY("D004", "A key is given twice"),
    MISSING_KEY("D005", "A key that is needed is missing or empty"),
    WRONG_KIND("D006", "A value is of another kind than its key asks for, such as a list for a text"),
    VERSION("D007", "The descriptor is of a version that this program does not read"),
    BAD_NAME("D008", "An id or name has characters that it cannot have in addresses and queries"),
    REPEATED_NAME("D009", "Two columns of a table would be published under one name"),
    RESERVED_NAME("D010", "A column takes a name that Herald gives itself"),
    NOTHING_TO_PUBLISH("D011", "A collection without tables, a table or component without columns"),
    DEPRECATED_UNIT("D012", "A unit is understood, but VOUnits advises against this way of writing it"),
    UCD("D013", "A UCD is not of the UCD1+ vocabulary, or its words are in the wrong order"),
    UNIT_CONVERSION("D014", "The unit in the file cannot be converted to the unit published"),
    MESSENGER("D015", "The messenger is none that Herald knows"),
    LICENCE("D016", "The licence is not an SPDX identifier"),
    UNIT("D017", "A unit is not a VOUnits symbol, or not written as VOUnits asks"),
    ORCID("D018", "An ORCID does not have the right form or check digit"),
    DOI("D019", "A DOI does not have the right form"),
    RANGE("D020", "A range is not a pair of numbers in rising order"),
    PATTERN("D021", "A pattern of file names cannot be understood, or lacks the part that is to be taken"),
    CHOICE("D022", "A value is none of the few that its key can have"),
    UNKNOWN_COLUMN("D023", "A role or key names a column that the table does not publish"),
    ROLE_FORM("D024", "A role mixes forms, or has parts missing or too many"),
    ROLE_UNIT("D025", "A column in a role has a unit that the role cannot have"),
    ROLE_NEEDS("D026", "A role, or the order of rows, needs something else that the descriptor does not give"),
    UNREADABLE("D027", "The descriptor's file cannot be read"),
    BAD_VALUE("D028", "A number, quantity, date or address is not written as one"),
    DEPRECATED_LICENCE("D029", "The licence identifier is one that SPDX has replaced"),
    OUTSIDE("D030", "A path leads out of the data folder"),
    NOT_RECOGNISED("D031", "No reader knows the file that a draft is to be made from"),
    NO_TABLE("D032", "The files that a draft is to be made from hold no table"),
    EXTRACTOR("D033", "A metadata extractor cannot work with what a field gives it"),
    NO_COMPANION("D034", "A file that an option names is not there"),
    QUERY("D035", "The query of an example breaks the grammar of ADQL"),
    ACCESS("D036", "Columns that one value is computed of are restricted in different ways");

    private final String id;
    private final String title;

    DescriptorCode(String id, String title) {
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
