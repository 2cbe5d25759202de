package org.heralddata.model.descriptor;

/** A text that may be looked at only so often, so that no name keeps a regular expression busy for ever. For one thread. */
public final class BoundedText implements CharSequence {
    private static final int MOST_LOOKS = 2_000_000;

    private final String text;
    private final int[] looks;

    public BoundedText(String text) {
        this(text, new int[1]);
    }

    private BoundedText(String text, int[] looks) {
        this.text = text;
        this.looks = looks;
    }

    @Override
    public char charAt(int index) {
        if (++looks[0] > MOST_LOOKS) {
            throw new TooLongException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.substring(start, end), looks);
    }

    @Override
    public String toString() {
        return text;
    }

    /** The text was looked at too often. */
    public static final class TooLongException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
