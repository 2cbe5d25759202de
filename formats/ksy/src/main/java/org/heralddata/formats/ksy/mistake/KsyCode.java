package org.heralddata.formats.ksy.mistake;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with a Kaitai Struct file ({@code .ksy}), or with data that are read by it. */
public enum KsyCode implements DiagnosticCode {
    SYNTAX("F760", "A .ksy file is not YAML"),
    NOT_A_KSY("F761", "A file is no Kaitai Struct description, or too large for one"),
    UNKNOWN_KEY("F762", "A key of a .ksy file is not known"),
    BAD_VALUE("F763", "A key of a .ksy file has a value that it cannot take"),
    UNKNOWN_TYPE("F764", "A type or enumeration is not defined"),
    UNKNOWN_NAME("F765", "A name in an expression is not defined"),
    BAD_EXPRESSION("F766", "An expression is not of the expression language, or its types do not fit"),
    BAD_IMPORT("F767", "An import cannot be followed"),
    NO_ENDIAN("F768", "A number has no byte order"),
    UNSUPPORTED("F769", "A .ksy file uses something that Herald does not do"),
    NO_DESCRIPTION("F770", "No .ksy file is named for a data file"),
    UNKNOWN_OPTION("F771", "A reading option is not known or has a bad value"),
    NO_TABLE("F772", "A described file holds no table"),
    END_OF_STREAM("F773", "The data end before a field does"),
    NOT_EQUAL("F774", "A field is not the value that it must be"),
    LESS_THAN("F775", "A field is less than it may be"),
    GREATER_THAN("F776", "A field is greater than it may be"),
    NOT_ANY_OF("F777", "A field is none of the values that it may be"),
    NOT_IN_ENUM("F778", "A field is not in its enumeration"),
    INVALID("F779", "A field does not satisfy its condition"),
    UNDECIDED_ENDIAN("F780", "The data do not tell the byte order"),
    CONVERSION("F781", "A value cannot be converted"),
    EVALUATION("F782", "An expression cannot be computed for these data"),
    BROKEN_PROCESS("F783", "Bytes cannot be decompressed or decoded"),
    LIMIT("F784", "The data ask for more depth, memory or time than a reader may take"),
    NOT_COMPUTED("F786", "An instance could not be computed in some rows"),
    UNKNOWN_ENCODING("F787", "A text encoding is not known"),
    UNDECIDED_TYPE("F788", "The type of a name cannot be told before the data are read");

    private final String id;
    private final String title;

    KsyCode(String id, String title) {
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
