package org.heralddata.formats.root.write;

import org.heralddata.model.table.ColumnType;

/** How elements of a column are stored: a leaf of TTree::Branch, or the element of a vector. */
enum LeafType {
    BOOL('O', NumberType.BOOL),
    INT8('B', NumberType.CHAR),
    INT16('S', NumberType.SHORT),
    INT32('I', NumberType.INT),
    INT64('L', NumberType.LONG),
    UINT8('b', NumberType.UCHAR),
    UINT16('s', NumberType.USHORT),
    UINT32('i', NumberType.UINT),
    UINT64('l', NumberType.ULONG),
    FLOAT32('F', NumberType.FLOAT),
    FLOAT64('D', NumberType.DOUBLE);

    /** As in {@code name/D}. */
    final char letter;

    final NumberType number;

    LeafType(char letter, NumberType number) {
        this.letter = letter;
        this.number = number;
    }

    /** The class of its leaves. */
    ClassInfo leaf() {
        return switch (this) {
            case BOOL -> Classes.LEAF_O;
            case INT8, UINT8 -> Classes.LEAF_B;
            case INT16, UINT16 -> Classes.LEAF_S;
            case INT32, UINT32 -> Classes.LEAF_I;
            case INT64, UINT64 -> Classes.LEAF_L;
            case FLOAT32 -> Classes.LEAF_F;
            case FLOAT64 -> Classes.LEAF_D;
        };
    }

    int width() {
        return number.width;
    }

    boolean unsigned() {
        return this == UINT8 || this == UINT16 || this == UINT32 || this == UINT64;
    }

    /** That of the column's elements; of bytes, that of one byte. Strings have none. */
    static LeafType of(ColumnType type) {
        return switch (type) {
            case BOOL -> BOOL;
            case INT8 -> INT8;
            case INT16 -> INT16;
            case INT32 -> INT32;
            case INT64, TIMESTAMP -> INT64;
            case UINT8, BYTES -> UINT8;
            case UINT16 -> UINT16;
            case UINT32 -> UINT32;
            case UINT64 -> UINT64;
            case FLOAT32 -> FLOAT32;
            case FLOAT64 -> FLOAT64;
            case STRING -> throw new IllegalArgumentException("strings are no numbers");
        };
    }
}
