package org.heralddata.formats.root.streamer;

import org.heralddata.model.table.ColumnType;

/** The numbers that ROOT writes as they are, big-endian. */
public enum Primitive {
    BOOL(1, ColumnType.BOOL),
    INT8(1, ColumnType.INT8),
    UINT8(1, ColumnType.UINT8),
    INT16(2, ColumnType.INT16),
    UINT16(2, ColumnType.UINT16),
    INT32(4, ColumnType.INT32),
    UINT32(4, ColumnType.UINT32),
    /** Little-endian, as some classes' own code writes it. */
    UINT32_LITTLE(4, ColumnType.UINT32),
    INT64(8, ColumnType.INT64),
    UINT64(8, ColumnType.UINT64),
    FLOAT32(4, ColumnType.FLOAT32),
    FLOAT64(8, ColumnType.FLOAT64);

    private final int bytes;
    private final ColumnType type;

    Primitive(int bytes, ColumnType type) {
        this.bytes = bytes;
        this.type = type;
    }

    /** Bytes of one value in the file. */
    public int bytes() {
        return bytes;
    }

    public ColumnType type() {
        return type;
    }
}
