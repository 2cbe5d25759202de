package org.heralddata.app.check;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What is not sound about a node. Each is found by the check of the same name. */
public enum CheckCode implements DiagnosticCode {
    AVAILABILITY("V070", "The node does not say that it is available"),
    CAPABILITIES("V071", "The capabilities are not as VOSI and TAPRegExt have them, or lead nowhere"),
    TABLES("V072", "VOSI tables and TAP_SCHEMA are not valid, or say different things"),
    ANSWERS("V073", "A table does not answer as it is described"),
    FORMATS("V074", "A declared format cannot be had"),
    JOBS("V075", "An asynchronous job does not go its way from creation to deletion"),
    UPLOADS("V076", "A table cannot be uploaded"),
    EXAMPLES("V077", "An example cannot be run"),
    ERRORS("V078", "A mistake is not told as DALI has it"),
    LIMITS("V079", "A limit of rows is not kept or not told"),
    CONES("V080", "A cone search is not sound"),
    OBSCORE("V081", "ivoa.obscore is not as ObsCore has it"),
    LINKS("V082", "A DataLink is not sound"),
    CUTOUTS("V083", "A cut-out cannot be had"),
    HARVEST("V084", "The publishing registry cannot be harvested"),
    RECORDS("V085", "A registry record leads nowhere"),
    LANDING("V086", "A landing page lacks what programs look for"),
    COVERAGE("V087", "A coverage map is not well formed");

    private final String id;
    private final String title;

    CheckCode(String id, String title) {
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
