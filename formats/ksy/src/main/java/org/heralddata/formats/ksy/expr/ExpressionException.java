package org.heralddata.formats.ksy.expr;

/** A text is not of the language; {@link #at()} is the character from 0, {@link #length()} how many are wrong. */
public final class ExpressionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int at;
    private final int length;

    ExpressionException(String message, int at, int length) {
        super(message, null, false, false);
        this.at = at;
        this.length = length;
    }

    public int at() {
        return at;
    }

    public int length() {
        return length;
    }
}
