package org.heralddata.model.table;

import java.util.List;

/**
 * Some consecutive rows of a table, column by column.
 *
 * @param rows    rows, at least 1
 * @param vectors one a column, in the order of the columns asked for, each of {@code rows} rows
 */
public record Batch(int rows, List<Vector> vectors) {

    /** How many rows a reader should put in a batch if nothing else bounds it. */
    public static final int ROWS = 8192;

    public Batch {
        vectors = List.copyOf(vectors);
        if (rows < 1 || vectors.stream().anyMatch(v -> v.size() != rows)) {
            throw new IllegalArgumentException("vectors of a batch must all have its " + rows + " rows");
        }
    }
}
