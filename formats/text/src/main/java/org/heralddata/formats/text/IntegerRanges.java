package org.heralddata.formats.text;

import org.heralddata.model.table.ColumnType;

/** Which integers a type holds. */
final class IntegerRanges {

    private IntegerRanges() {}

    static boolean holds(ColumnType type, long value) {
        return switch (type) {
            case BOOL -> value == 0 || value == 1;
            case INT8 -> value == (byte) value;
            case INT16 -> value == (short) value;
            case INT32 -> value == (int) value;
            case UINT8 -> value == (value & 0xff);
            case UINT16 -> value == (value & 0xffff);
            case UINT32 -> value == (value & 0xffff_ffffL);
            case INT64, UINT64, TIMESTAMP -> true;
            case FLOAT32, FLOAT64, STRING, BYTES -> false;
        };
    }
}
