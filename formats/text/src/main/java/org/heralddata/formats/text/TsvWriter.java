package org.heralddata.formats.text;

/** Writes tab-separated values. */
public final class TsvWriter extends DelimitedWriter {

    public TsvWriter() {
        this(false);
    }

    private TsvWriter(boolean plain) {
        super("tsv", "text/tab-separated-values", '\t', plain);
    }

    @Override
    DelimitedWriter withComments(boolean commented) {
        return new TsvWriter(!commented);
    }
}
