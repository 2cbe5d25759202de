package org.heralddata.formats.text;

/** Writes tab-separated values. */
public final class TsvWriter extends DelimitedWriter {

    public TsvWriter() {
        super("tsv", "text/tab-separated-values", '\t');
    }
}
