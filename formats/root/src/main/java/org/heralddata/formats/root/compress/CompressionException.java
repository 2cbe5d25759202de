package org.heralddata.formats.root.compress;

/** Compressed bytes that do not decode. */
public final class CompressionException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message why, without a full stop */
    public CompressionException(String message) {
        super(message);
    }

    /** Why, without a full stop. */
    public String reason() {
        String message = getMessage();
        return message == null ? "undecodable" : message;
    }
}
