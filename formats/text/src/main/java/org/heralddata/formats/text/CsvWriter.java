package org.heralddata.formats.text;

/** Writes comma-separated values. */
public final class CsvWriter extends DelimitedWriter {

    public CsvWriter() {
        super("csv", "text/csv", ',');
    }
}
