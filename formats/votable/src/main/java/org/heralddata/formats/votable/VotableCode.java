package org.heralddata.formats.votable;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with a VOTable or an ECSV file. */
public enum VotableCode implements DiagnosticCode {
    BROKEN_XML("F300", "The XML of a VOTable is malformed or breaks off"),
    NO_RESOURCE("F301", "A VOTable has no RESOURCE, so it holds no table"),
    DECLARES_ENTITIES("F302", "A VOTable declares XML entities, which Herald refuses to expand"),
    REMOTE_DATA("F303", "The rows of a table lie at another address, which is not fetched"),
    NO_COLUMNS("F304", "A TABLE has no FIELDs"),
    BROKEN_DATA("F305", "The rows of a table cannot be decoded"),
    UNKNOWN_OPTION("F306", "A reading option is unknown"),
    ODD_COLUMN("F307", "A column was read in spite of an oddity"),
    REPORTED_ERROR("F308", "A VOTable says itself that the query which made it failed or was cut"),
    BROKEN_ECSV("F310", "The header or the rows of an ECSV file are malformed");

    private final String id;
    private final String title;

    VotableCode(String id, String title) {
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
