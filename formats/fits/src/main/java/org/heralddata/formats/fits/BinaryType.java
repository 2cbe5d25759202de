package org.heralddata.formats.fits;

import java.util.Arrays;
import java.util.Optional;
import org.heralddata.model.table.ColumnType;

/** The data types of binary table columns: FITS 4.0, table 18. */
enum BinaryType {
    LOGICAL('L', 1, 1, ColumnType.BOOL),
    BIT('X', 0, 1, ColumnType.BOOL),
    BYTE('B', 1, 1, ColumnType.UINT8),
    SHORT('I', 2, 1, ColumnType.INT16),
    INT('J', 4, 1, ColumnType.INT32),
    LONG('K', 8, 1, ColumnType.INT64),
    CHARACTER('A', 1, 1, ColumnType.STRING),
    FLOAT('E', 4, 1, ColumnType.FLOAT32),
    DOUBLE('D', 8, 1, ColumnType.FLOAT64),
    COMPLEX('C', 8, 2, ColumnType.FLOAT32),
    DOUBLE_COMPLEX('M', 16, 2, ColumnType.FLOAT64);

    final char code;
    /** Bytes of an element; 0 for bits. */
    final int width;
    /** Numbers of an element: two for complex ones. */
    final int parts;

    final ColumnType type;

    BinaryType(char code, int width, int parts, ColumnType type) {
        this.code = code;
        this.width = width;
        this.parts = parts;
        this.type = type;
    }

    static Optional<BinaryType> of(char code) {
        return Arrays.stream(values()).filter(t -> t.code == code).findFirst();
    }

    boolean isInteger() {
        return type.isInteger();
    }

    /** Bytes that some elements take; rejects what no array holds. */
    long bytes(long elements) {
        return this == BIT ? Math.addExact(elements, 7) / 8 : Math.multiplyExact(elements, (long) width);
    }
}
