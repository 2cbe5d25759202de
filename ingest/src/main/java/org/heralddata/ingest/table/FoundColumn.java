package org.heralddata.ingest.table;

import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.unit.UnitConversion;

/**
 * What one file has for a published column.
 *
 * @param type       of the values as read; of fixed text what it could be
 * @param shape      of a cell as published
 * @param conversion from the file's unit
 */
record FoundColumn(Origin origin, ColumnType type, Shape shape, UnitConversion conversion) {

    sealed interface Origin {}

    /**
     * A column of the file.
     *
     * @param element to take of each cell, or {@link org.heralddata.ingest.column.ColumnMaker#WHOLE_CELL}
     */
    record Read(String name, int element) implements Origin {}

    /** The same text in all rows. */
    record Fixed(String text) implements Origin {}
}
