package org.heralddata.formats.fits;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with a FITS file. */
public enum FitsCode implements DiagnosticCode {
    NOT_FITS("F200", "The file does not begin as a FITS file"),
    BROKEN_HEADER("F201", "A header card is missing, malformed or has a wrong value"),
    TRUNCATED("F202", "The file ends before its data do"),
    BROKEN_GZIP("F203", "The file is compressed with gzip but cannot be decompressed"),
    WRONG_CHECKSUM("F204", "The bytes of an HDU do not add up to its CHECKSUM or DATASUM"),
    BROKEN_COLUMN("F205", "The declaration of a table column is wrong"),
    BROKEN_CELL("F206", "A cell cannot be read"),
    TOO_LARGE("F207", "A row or a cell is larger than Herald holds in memory"),
    IMAGE("F208", "An HDU holds an image or random groups, which are not read as a table"),
    COMPRESSED("F209", "An HDU holds a compressed image or table that is not read"),
    NO_COLUMNS("F210", "A table HDU has no columns with values"),
    ODD_COLUMN("F211", "A column was read in spite of an oddity"),
    TRAILING_BYTES("F212", "Bytes after the last HDU, or between columns, were left out"),
    UNKNOWN_OPTION("F213", "A reading option is unknown or has an unknown value"),
    CHECKSUM_NOT_VERIFIED("F214", "An HDU is too large for its checksum to be verified when the file is opened"),
    NULL_MARKER("F215", "A value to be written is the one that marks missing values"),
    TOO_MANY_COLUMNS("F216", "A table has more columns than a FITS file can hold"),
    BROKEN_TILE("F217", "A tile of a compressed table cannot be unpacked");

    private final String id;
    private final String title;

    FitsCode(String id, String title) {
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
