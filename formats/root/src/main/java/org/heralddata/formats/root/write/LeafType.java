package org.heralddata.formats.root.write;

import org.heralddata.model.table.ColumnType;

/** How elements of a column are stored: a leaf of TTree::Branch, or the element of a vector. */
enum LeafType {
    BOOL('O', NumberType.BOOL, Classes.LEAF_O),
    INT8('B', NumberType.CHAR, Classes.LEAF_B),
    INT16('S', NumberType.SHORT, Classes.LEAF_S),
    INT32('I', NumberType.INT, Classes.LEAF_I),
    INT64('L', NumberType.LONG, Classes.LEAF_L),
    UINT8('b', NumberType.UCHAR, Classes.LEAF_B),
    UINT16('s', NumberType.USHORT, Classes.LEAF_S),
    UINT32('i', NumberType.UINT, Classes.LEAF_I),
    UINT64('l', NumberType.ULONG, Classes.LEAF_L),
    FLOAT32('F', NumberType.FLOAT, Classes.LEAF_F),
    FLOAT64('D', NumberType.DOUBLE, Classes.LEAF_D);

    /** As in {@code name/D}. */
    final char letter;

    final NumberType number;
    final ClassInfo leaf;

    LeafType(char letter, NumberType number, ClassInfo leaf) {
        this.letter = letter;
        this.number = number;
        this.leaf = leaf;
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
