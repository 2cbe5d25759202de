package org.heralddata.serve.vo.oai;

/** What a harvester did wrong, or finds nothing of (OAI-PMH 2.0, section 3.6). */
final class OaiError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Code code;

    OaiError(Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    Code code() {
        return code;
    }

    /** As the protocol writes them. {@code noMetadataFormats} and {@code noSetHierarchy} cannot come up here. */
    enum Code {
        badArgument,
        badResumptionToken,
        badVerb,
        cannotDisseminateFormat,
        idDoesNotExist,
        noRecordsMatch
    }
}
