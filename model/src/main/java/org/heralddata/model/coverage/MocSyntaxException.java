package org.heralddata.model.coverage;

/** A text or file that is no coverage map, in words for its writer. */
public final class MocSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    MocSyntaxException(String message) {
        super(message);
    }
}
