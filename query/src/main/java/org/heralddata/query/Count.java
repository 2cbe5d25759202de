package org.heralddata.query;

/**
 * How many rows pass a selection.
 *
 * @param rows that pass
 * @param of   rows of the table
 */
public record Count(long rows, long of) {}
