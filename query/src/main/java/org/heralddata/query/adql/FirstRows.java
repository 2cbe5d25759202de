package org.heralddata.query.adql;

import java.util.Arrays;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;

/** Cuts batches. */
final class FirstRows {

    private FirstRows() {}

    static Batch of(Batch batch, int rows) {
        return new Batch(rows, batch.vectors().stream().map(v -> first(v, rows)).toList());
    }

    private static Vector first(Vector vector, int rows) {
        return switch (vector) {
            case Vector.Longs(var values, var _, var nulls) -> new Vector.Longs(values, rows, nulls);
            case Vector.Doubles(var values, var _, var nulls) -> new Vector.Doubles(values, rows, nulls);
            case Vector.Strings(var values, var _, var nulls) -> new Vector.Strings(values, rows, nulls);
            case Vector.Blobs(var values, var _, var nulls) -> new Vector.Blobs(values, rows, nulls);
            case Vector.Lists lists ->
                new Vector.Lists(Arrays.copyOf(lists.offsets(), rows + 1), lists.elements(), rows, lists.nulls());
        };
    }
}
