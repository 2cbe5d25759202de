package org.heralddata.formats.eventio;

import org.heralddata.model.table.ColumnType;

/** How a field is written; see {@code objects.txt}. */
enum Code {
    U1(ColumnType.UINT8, 1),
    I2(ColumnType.INT16, 2),
    U2(ColumnType.UINT16, 2),
    I4(ColumnType.INT32, 4),
    U4(ColumnType.UINT32, 4),
    F2(ColumnType.FLOAT32, 2),
    F4(ColumnType.FLOAT32, 4),
    F8(ColumnType.FLOAT64, 8),
    VI(ColumnType.INT64, 1),
    VU(ColumnType.INT64, 1),
    DIFF(ColumnType.INT64, 1),
    MASK(ColumnType.INT64, 1),
    TYPETIMES(ColumnType.FLOAT32, 4),
    STR(ColumnType.STRING, 2),
    VSTR(ColumnType.STRING, 1),
    SEC(ColumnType.TIMESTAMP, 4),
    TIME(ColumnType.TIMESTAMP, 8),
    B(ColumnType.BOOL, 1),
    PROFILES(ColumnType.INT64, 1),
    REP(ColumnType.FLOAT32, 0),
    COMPUTED(ColumnType.INT64, 0);

    private final ColumnType type;
    private final int leastBytes;

    Code(ColumnType type, int leastBytes) {
        this.type = type;
        this.leastBytes = leastBytes;
    }

    ColumnType type() {
        return type;
    }

    /** Bytes that an element has at least. */
    int leastBytes() {
        return leastBytes;
    }
}
