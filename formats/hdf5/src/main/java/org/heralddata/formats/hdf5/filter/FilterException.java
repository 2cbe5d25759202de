package org.heralddata.formats.hdf5.filter;

/** A chunk that does not decode. */
public final class FilterException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message why, without a full stop */
    public FilterException(String message) {
        super(message);
    }

    /** Why, without a full stop. */
    public String reason() {
        String message = getMessage();
        return message == null ? "undecodable" : message;
    }
}
