package org.heralddata.model.table;

import java.util.Locale;

/** The type of a column's elements, whichever file or table holds them. */
public enum ColumnType {
    BOOL,
    INT8,
    INT16,
    INT32,
    INT64,
    UINT8,
    UINT16,
    UINT32,
    UINT64,
    FLOAT32,
    FLOAT64,
    STRING,
    BYTES,
    /** Nanoseconds of UTC since 1970-01-01T00:00:00, leap seconds not counted (POSIX); years 1678 to 2261. */
    TIMESTAMP;

    /** The name in {@code describe --json} and in every API: {@code bool}, {@code int8} … {@code timestamp}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True of the integer types, signed or not. */
    public boolean isInteger() {
        return switch (this) {
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> true;
            case BOOL, FLOAT32, FLOAT64, STRING, BYTES, TIMESTAMP -> false;
        };
    }

    /** True of the two floating-point types. */
    public boolean isFloating() {
        return this == FLOAT32 || this == FLOAT64;
    }

    /** True of what has a minimum, a maximum and a sum: integers and floating-point numbers. */
    public boolean isNumeric() {
        return isInteger() || isFloating();
    }
}
