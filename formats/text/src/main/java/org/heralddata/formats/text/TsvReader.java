package org.heralddata.formats.text;

import java.util.List;

/** Reads text tables with tabs between fields. */
public final class TsvReader extends TextReader {

    public TsvReader() {
        super("tsv", List.of((byte) '\t'));
    }
}
