package org.heralddata.formats.text;

import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;

/** How many bytes a value takes as text, about. */
final class RowSizes {
    private static final int USUAL_LIST = 8;

    private RowSizes() {}

    static double of(Column column) {
        int entries = column.shape().varies() ? USUAL_LIST : 1;
        return (of(column.type()) + 1) * entries * column.shape().fixedElements()
                + (column.shape().isScalar() ? 0 : 4);
    }

    private static double of(ColumnType type) {
        return switch (type) {
            case BOOL -> 5;
            case INT8, UINT8 -> 3;
            case INT16, UINT16 -> 5;
            case INT32, UINT32 -> 8;
            case INT64, UINT64, FLOAT32 -> 10;
            case FLOAT64 -> 18;
            case STRING -> 10;
            case BYTES -> 16;
            case TIMESTAMP -> 25;
        };
    }
}
