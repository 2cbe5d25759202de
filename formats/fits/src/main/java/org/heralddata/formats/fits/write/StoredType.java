package org.heralddata.formats.fits.write;

import org.heralddata.formats.fits.BigEndian;
import org.heralddata.model.table.ColumnType;

/** How numbers and booleans are stored: FITS 4.0, tables 18 and 19. Unsigned ones are shifted by TZERO. */
enum StoredType {
    BOOL('L', 1, 0),
    INT8('B', 1, -128),
    UINT8('B', 1, 0),
    INT16('I', 2, 0),
    UINT16('I', 2, 1L << 15),
    INT32('J', 4, 0),
    UINT32('J', 4, 1L << 31),
    INT64('K', 8, 0),
    UINT64('K', 8, Long.MIN_VALUE),
    FLOAT32('E', 4, 0),
    FLOAT64('D', 8, 0);

    final char code;
    final int width;
    /** What TZERO adds to the stored value, wrapping around; 0 for none. */
    final long zero;

    StoredType(char code, int width, long zero) {
        this.code = code;
        this.width = width;
        this.zero = zero;
    }

    static StoredType of(ColumnType type) {
        return switch (type) {
            case BOOL -> BOOL;
            case INT8 -> INT8;
            case UINT8, BYTES -> UINT8;
            case INT16 -> INT16;
            case UINT16 -> UINT16;
            case INT32 -> INT32;
            case UINT32 -> UINT32;
            case INT64 -> INT64;
            case UINT64 -> UINT64;
            case FLOAT32 -> FLOAT32;
            case FLOAT64 -> FLOAT64;
            case STRING, TIMESTAMP -> throw new IllegalArgumentException(type + " is stored as text");
        };
    }

    boolean isInteger() {
        return this != BOOL && !isFloating();
    }

    boolean isFloating() {
        return this == FLOAT32 || this == FLOAT64;
    }

    /** The next wider signed type, for columns that use every value and lack some. */
    StoredType wider() {
        return switch (this) {
            case INT8, UINT8 -> INT16;
            case INT16, UINT16 -> INT32;
            case INT32, UINT32 -> INT64;
            case BOOL, INT64, UINT64, FLOAT32, FLOAT64 ->
                throw new IllegalStateException("nothing is wider than " + this);
        };
    }

    long least() {
        return switch (width) {
            case 1 -> 0;
            case 2 -> Short.MIN_VALUE;
            case 4 -> Integer.MIN_VALUE;
            default -> Long.MIN_VALUE;
        };
    }

    long greatest() {
        return width == 1 ? 255 : -least() - 1;
    }

    /** TZERO as written in the header. */
    String zeroText() {
        return this == UINT64 ? "9223372036854775808" : Long.toString(zero);
    }

    /** Writes the bytes of an integer that is already shifted. */
    void put(byte[] out, int at, long stored) {
        switch (width) {
            case 1 -> out[at] = (byte) stored;
            case 2 -> BigEndian.int16(out, at, (short) stored);
            case 4 -> BigEndian.int32(out, at, (int) stored);
            default -> BigEndian.int64(out, at, stored);
        }
    }

    void put(byte[] out, int at, double value) {
        if (this == FLOAT32) {
            BigEndian.float32(out, at, (float) value);
        } else {
            BigEndian.float64(out, at, value);
        }
    }
}
