package org.heralddata.formats.text;

/** Writes comma-separated values. */
public final class CsvWriter extends DelimitedWriter {

    public CsvWriter() {
        this(false);
    }

    private CsvWriter(boolean plain) {
        super("csv", "text/csv", ',', plain);
    }

    @Override
    DelimitedWriter withComments(boolean commented) {
        return new CsvWriter(!commented);
    }
}
