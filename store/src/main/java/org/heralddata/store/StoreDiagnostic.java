package org.heralddata.store;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What the home and the store have to tell users. */
public enum StoreDiagnostic implements DiagnosticCode {
    HOME_NOT_A_FOLDER("S001", "the home is a file, not a folder"),
    HOME_NOT_WRITABLE("S002", "the home cannot be written"),
    HOME_NEWER("S003", "the home was made by a newer Herald"),
    HOME_FOREIGN("S004", "the folder holds something other than a Herald home"),
    HOME_SETTINGS("S005", "the settings of the home cannot be read"),
    NO_BINARIES("S010", "PostgreSQL does not come with Herald for this machine"),
    DATABASE_START("S011", "PostgreSQL did not start"),
    DATABASE_AWAY("S012", "the database does not answer"),
    DATABASE_NEWER("S013", "the database was made by a newer Herald"),
    RELEASE_NAME("S020", "no name for a release"),
    RELEASE_EXISTS("S021", "the release exists already"),
    COLLECTION_BUSY("S022", "another release of the collection is in the making"),
    NO_SPACE("S023", "no space left to write to"),
    NAME_TAKEN("S024", "two columns would be stored under one name"),
    FILE_MISSING("S030", "a data file is missing"),
    FILE_CHANGED("S031", "a data file is not what was published"),
    FILE_UNKNOWN("S032", "a file in the warehouse belongs to no release"),
    FILES_BUSY("S040", "files of the collection are being registered by another process"),
    DOI_TAKEN("S050", "another DOI is recorded already");

    private final String id;
    private final String title;

    StoreDiagnostic(String id, String title) {
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

    @Override
    public boolean isOfTheMachine() {
        return switch (this) {
            case HOME_NOT_WRITABLE, DATABASE_START, DATABASE_AWAY, NO_SPACE -> true;
            default -> false;
        };
    }
}
