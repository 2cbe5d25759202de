package org.heralddata.app.console;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** Mistakes in how the command is used. */
public enum AppCode implements DiagnosticCode {
    NOT_A_FILE("A001", "a folder or device was named where a file is needed"),
    UNKNOWN_FORMAT("A002", "no reader or writer has the name given"),
    UNKNOWN_FILE("A003", "the content of a file is of no format that Herald reads"),
    UNKNOWN_KIND("A004", "no kind of simulation has the name given"),
    CHOOSE_TABLE("A005", "a file holds several tables and none was chosen"),
    UNKNOWN_TABLE("A006", "a file holds no table of the name given"),
    PORT_TAKEN("A007", "another program listens on the port"),
    FILE_EXISTS("A008", "the output exists already"),
    NOTHING_INGESTED("A009", "the home holds no such collection"),
    SETTING("A020", "a setting of the home is unknown or malformed"),
    DATACITE_PASSWORD("A021", "the password for DataCite is missing or not safe"),
    DATACITE_AWAY("A022", "DataCite does not answer"),
    DATACITE_REFUSED("A023", "DataCite refused a request"),
    DOI_NOT_READY("A024", "something has to be settled before a DOI can be had");

    private final String id;
    private final String title;

    AppCode(String id, String title) {
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
