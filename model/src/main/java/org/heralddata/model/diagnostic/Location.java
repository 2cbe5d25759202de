package org.heralddata.model.diagnostic;

import org.jspecify.annotations.Nullable;

/** The place that a {@link Diagnostic} points at. */
public sealed interface Location {

    /** No place: the message says all. */
    record Nowhere() implements Location {}

    /**
     * A span of characters on one line of a text file.
     *
     * @param file   the file's name as the user gave it
     * @param line   from 1
     * @param column from 1, in characters
     * @param length characters that the caret underlines, at least 1
     * @param text   the whole line, to be shown above the caret
     */
    record InText(String file, int line, int column, int length, String text) implements Location {}

    /**
     * A place in a data file.
     *
     * @param file   the file's name as the user gave it
     * @param path   the place within the file, such as an HDU or a group path; null if the file as a whole
     * @param offset byte from 0; negative if not known
     */
    record InFile(String file, @Nullable String path, long offset) implements Location {}

    /**
     * A span of characters in a query that the user sent.
     *
     * @param query  the whole query
     * @param start  first character, from 0
     * @param length characters, at least 1
     */
    record InQuery(String query, int start, int length) implements Location {}
}
