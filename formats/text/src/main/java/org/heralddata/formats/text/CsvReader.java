package org.heralddata.formats.text;

import java.util.List;

/** Reads text tables with commas, semicolons or vertical bars between fields. */
public final class CsvReader extends TextReader {

    public CsvReader() {
        super("csv", List.of((byte) ',', (byte) ';', (byte) '|'));
    }
}
