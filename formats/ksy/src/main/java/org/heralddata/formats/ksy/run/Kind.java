package org.heralddata.formats.ksy.run;

import java.math.BigInteger;
import java.util.SequencedMap;
import org.heralddata.model.table.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * The type of a value as far as it can be told before data are read.
 *
 * @param sort    what it is
 * @param column  the narrowest column that holds it; null unless a number, truth, text or bytes
 * @param struct  of a structure whose type is known; else null
 * @param element of an array; else null
 * @param labels  of an enumeration; else null
 */
public record Kind(
        Sort sort,
        @Nullable ColumnType column,
        @Nullable TypeNode struct,
        @Nullable Kind element,
        @Nullable SequencedMap<BigInteger, String> labels) {

    /** Sorts of values. */
    public enum Sort {
        WHOLE,
        REAL,
        TRUTH,
        TEXT,
        BYTES,
        STRUCT,
        ARRAY,
        STREAM,
        ANY
    }

    static final Kind ANY = new Kind(Sort.ANY, null, null, null, null);
    static final Kind WHOLE = whole(ColumnType.INT64);
    static final Kind REAL = new Kind(Sort.REAL, ColumnType.FLOAT64, null, null, null);
    static final Kind TRUTH = new Kind(Sort.TRUTH, ColumnType.BOOL, null, null, null);
    static final Kind TEXT = new Kind(Sort.TEXT, ColumnType.STRING, null, null, null);
    static final Kind BYTES = new Kind(Sort.BYTES, ColumnType.BYTES, null, null, null);
    static final Kind STREAM = new Kind(Sort.STREAM, null, null, null, null);
    static final Kind STRUCT = new Kind(Sort.STRUCT, null, null, null, null);

    static Kind whole(ColumnType column) {
        return new Kind(Sort.WHOLE, column, null, null, null);
    }

    static Kind real(ColumnType column) {
        return new Kind(Sort.REAL, column, null, null, null);
    }

    static Kind struct(TypeNode type) {
        return new Kind(Sort.STRUCT, null, type, null, null);
    }

    static Kind array(Kind element) {
        return new Kind(Sort.ARRAY, null, null, element, null);
    }

    Kind labelled(SequencedMap<BigInteger, String> names) {
        return new Kind(
                Sort.WHOLE, column == null || column == ColumnType.BOOL ? ColumnType.UINT8 : column, null, null, names);
    }

    boolean is(Sort wanted) {
        return sort == wanted;
    }

    /** True if values are kept as 64 bits: numbers and truths. */
    public boolean inLongs() {
        return sort == Sort.WHOLE || sort == Sort.REAL || sort == Sort.TRUTH;
    }

    /** True if a value kept in 64 bits may be 2⁶³ or more. */
    public boolean isUnsigned64() {
        return column == ColumnType.UINT64;
    }

    /** What holds values of either kind. */
    public Kind or(Kind other) {
        if (equals(other)) {
            return this;
        }
        if (is(Sort.WHOLE) && other.is(Sort.WHOLE) && column != null && other.column != null) {
            return whole(wider(column, other.column));
        }
        if ((is(Sort.WHOLE) || is(Sort.REAL)) && (other.is(Sort.WHOLE) || other.is(Sort.REAL))) {
            return REAL;
        }
        if (is(Sort.STRUCT) && other.is(Sort.STRUCT)) {
            return STRUCT;
        }
        if (is(Sort.ARRAY) && other.is(Sort.ARRAY) && element != null && other.element != null) {
            return array(element.or(other.element));
        }
        return sort == other.sort ? this : ANY;
    }

    /** The narrowest integer type that holds both. */
    public static ColumnType wider(ColumnType a, ColumnType b) {
        if (a == b) {
            return a;
        }
        boolean signed = isSigned(a) || isSigned(b);
        int bits = Math.max(bits(a), bits(b));
        if (signed && ((!isSigned(a) && bits(a) == bits) || (!isSigned(b) && bits(b) == bits))) {
            bits = Math.min(64, bits * 2);
        }
        return ofBits(bits, signed);
    }

    static ColumnType ofBits(int bits, boolean signed) {
        if (bits <= 8) {
            return signed ? ColumnType.INT8 : ColumnType.UINT8;
        }
        if (bits <= 16) {
            return signed ? ColumnType.INT16 : ColumnType.UINT16;
        }
        if (bits <= 32) {
            return signed ? ColumnType.INT32 : ColumnType.UINT32;
        }
        return signed ? ColumnType.INT64 : ColumnType.UINT64;
    }

    private static boolean isSigned(ColumnType type) {
        return type.name().startsWith("I");
    }

    private static int bits(ColumnType type) {
        return switch (type) {
            case INT8, UINT8 -> 8;
            case INT16, UINT16 -> 16;
            case INT32, UINT32 -> 32;
            default -> 64;
        };
    }

    /** As messages name it. */
    String words() {
        return switch (sort) {
            case WHOLE -> "a whole number";
            case REAL -> "a number with a point";
            case TRUTH -> "true or false";
            case TEXT -> "a text";
            case BYTES -> "bytes";
            case STRUCT -> struct == null ? "a structure" : "a `" + struct.name() + "`";
            case ARRAY -> "an array";
            case STREAM -> "a stream";
            case ANY -> "anything";
        };
    }
}
