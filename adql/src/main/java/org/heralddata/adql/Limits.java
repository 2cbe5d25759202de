package org.heralddata.adql;

/**
 * How large a query may be.
 *
 * @param characters of its text
 * @param tokens     words, numbers and signs
 * @param depth      parentheses and {@code CASE} within each other
 * @param tables     named after {@code FROM}, counted each time
 */
public record Limits(int characters, int tokens, int depth, int tables) {

    /** Enough for what programs write, such as a list of 10 000 identifiers; little enough to be read in a moment. */
    public static final Limits DEFAULT = new Limits(400_000, 60_000, 60, 30);
}
