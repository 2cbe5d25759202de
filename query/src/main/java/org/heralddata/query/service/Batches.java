package org.heralddata.query.service;

import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;

/** Shortens batches without copying their values. */
final class Batches {

    private Batches() {}

    /** The first rows; {@code rows} at least 1 and at most those of the batch. */
    static Batch first(Batch batch, int rows) {
        return new Batch(rows, batch.vectors().stream().map(v -> first(v, rows)).toList());
    }

    private static Vector first(Vector vector, int rows) {
        return switch (vector) {
            case Vector.Longs(var values, var size, var nulls) -> new Vector.Longs(values, rows, nulls);
            case Vector.Doubles(var values, var size, var nulls) -> new Vector.Doubles(values, rows, nulls);
            case Vector.Strings(var values, var size, var nulls) -> new Vector.Strings(values, rows, nulls);
            case Vector.Blobs(var values, var size, var nulls) -> new Vector.Blobs(values, rows, nulls);
            case Vector.Lists(var offsets, var elements, var size, var nulls) ->
                new Vector.Lists(offsets, elements, rows, nulls);
        };
    }
}
