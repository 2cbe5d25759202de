package org.heralddata.formats.root.table;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with a ROOT file. */
public enum RootCode implements DiagnosticCode {
    TRUNCATED("F600", "a ROOT file ends before what it promises"),
    BROKEN("F601", "the bytes of a ROOT file contradict its format"),
    UNSUPPORTED("F602", "a ROOT file uses something that Herald does not read"),
    LEFT_OUT("F603", "a part of a ROOT file is left out"),
    OPTION("F604", "the ROOT reader does not know an option"),
    CYCLES("F605", "a ROOT file holds several objects of one name"),
    FRIEND("F606", "a tree has a friend in another file");

    private final String id;
    private final String title;

    RootCode(String id, String title) {
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
