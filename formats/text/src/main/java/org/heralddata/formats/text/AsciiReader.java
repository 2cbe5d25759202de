package org.heralddata.formats.text;

import java.util.List;

/** Reads text tables with blanks, tabs or vertical bars between fields, or columns under a ruler of dashes. */
public final class AsciiReader extends TextReader {

    public AsciiReader() {
        super("ascii", List.of(RecordScanner.BLANKS, (byte) '|'));
    }
}
