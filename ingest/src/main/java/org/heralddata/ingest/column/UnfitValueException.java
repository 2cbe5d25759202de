package org.heralddata.ingest.column;

/** A value that the published type cannot hold. */
public final class UnfitValueException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int row;

    UnfitValueException(int row, String message) {
        super(message, null, false, false);
        this.row = row;
    }

    /** Row within the vector, from 0. */
    public int row() {
        return row;
    }

    /** What does not fit, such as {@code `abc` is no number}. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    UnfitValueException inRow(int outer) {
        return new UnfitValueException(outer, reason());
    }
}
