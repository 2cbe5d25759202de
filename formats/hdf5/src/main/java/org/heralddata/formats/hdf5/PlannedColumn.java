package org.heralddata.formats.hdf5;

import org.heralddata.formats.hdf5.cells.Field;
import org.heralddata.formats.hdf5.file.Dataset;
import org.heralddata.model.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * A column and where its values come from.
 *
 * @param field   its place within the rows of {@code dataset}
 * @param missing what is true where there is no value; null if there always is one
 */
record PlannedColumn(
        Column column,
        Dataset dataset,
        Field field,
        @Nullable Mask missing) {

    /** Booleans. */
    record Mask(Dataset dataset, Field field) {}

    /** The same column under another description. */
    PlannedColumn described(Column other) {
        return new PlannedColumn(other, dataset, field, missing);
    }
}
