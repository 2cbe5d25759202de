package org.heralddata.adql.tree;

/**
 * A place in the text of a query.
 *
 * @param start first character, from 0
 * @param end   one past the last character, greater than {@code start}
 */
public record Span(int start, int end) {

    /** From the start of this to the end of another. */
    public Span to(Span last) {
        return new Span(start, Math.max(end, last.end));
    }
}
