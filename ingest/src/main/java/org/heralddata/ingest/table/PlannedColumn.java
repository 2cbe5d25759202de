package org.heralddata.ingest.table;

import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;

/** A declared column with the type and shape that hold what all files have. */
record PlannedColumn(DeclaredColumn declared, ColumnType type, Shape shape) {

    String name() {
        return declared.name();
    }
}
