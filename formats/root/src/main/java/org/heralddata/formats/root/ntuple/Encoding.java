package org.heralddata.formats.root.ntuple;

import org.jspecify.annotations.Nullable;

/** How the elements of a column stand in its pages; in the order of the specification's numbers. */
enum Encoding {
    BIT(1, Kind.BYTES),
    BYTE(8, Kind.BYTES),
    CHAR(8, Kind.BYTES),
    INT8(8, Kind.BYTES),
    UINT8(8, Kind.BYTES),
    INT16(16, Kind.LONGS),
    UINT16(16, Kind.LONGS),
    INT32(32, Kind.LONGS),
    UINT32(32, Kind.LONGS),
    INT64(64, Kind.LONGS),
    UINT64(64, Kind.LONGS),
    REAL16(16, Kind.DOUBLES),
    REAL32(32, Kind.DOUBLES),
    REAL64(64, Kind.DOUBLES),
    INDEX32(32, Kind.LONGS),
    INDEX64(64, Kind.LONGS),
    SWITCH(96, Kind.LONGS),
    SPLIT_INT16(16, Kind.LONGS),
    SPLIT_UINT16(16, Kind.LONGS),
    SPLIT_INT32(32, Kind.LONGS),
    SPLIT_UINT32(32, Kind.LONGS),
    SPLIT_INT64(64, Kind.LONGS),
    SPLIT_UINT64(64, Kind.LONGS),
    SPLIT_REAL16(16, Kind.DOUBLES),
    SPLIT_REAL32(32, Kind.DOUBLES),
    SPLIT_REAL64(64, Kind.DOUBLES),
    SPLIT_INDEX32(32, Kind.LONGS),
    SPLIT_INDEX64(64, Kind.LONGS),
    REAL32_TRUNC(0, Kind.DOUBLES),
    REAL32_QUANT(0, Kind.DOUBLES);

    /** What a decoded page holds. */
    enum Kind {
        BYTES,
        LONGS,
        DOUBLES
    }

    private final int bits;
    private final Kind kind;

    Encoding(int bits, Kind kind) {
        this.bits = bits;
        this.kind = kind;
    }

    /** Null if unknown, or if it does not go with the number of bits. */
    static @Nullable Encoding of(int number, int bits) {
        if (number >= values().length) {
            return null;
        }
        Encoding encoding = values()[number];
        boolean fits = switch (encoding) {
            case REAL32_TRUNC -> bits >= 10 && bits <= 31;
            case REAL32_QUANT -> bits >= 1 && bits <= 32;
            default -> bits == encoding.bits;
        };
        return fits ? encoding : null;
    }

    Kind kind() {
        return kind;
    }

    boolean isIndex() {
        return this == INDEX32 || this == INDEX64 || this == SPLIT_INDEX32 || this == SPLIT_INDEX64;
    }

    boolean isSigned() {
        return switch (this) {
            case INT8, INT16, INT32, INT64, SPLIT_INT16, SPLIT_INT32, SPLIT_INT64 -> true;
            default -> false;
        };
    }

    boolean isInteger() {
        return switch (this) {
            case BYTE, CHAR, INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64, UINT64 -> true;
            case SPLIT_INT16, SPLIT_UINT16, SPLIT_INT32, SPLIT_UINT32, SPLIT_INT64, SPLIT_UINT64 -> true;
            default -> false;
        };
    }
}
