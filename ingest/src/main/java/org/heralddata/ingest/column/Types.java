package org.heralddata.ingest.column;

import java.util.List;
import java.util.Optional;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;

/** Which types and shapes hold which. */
public final class Types {
    private static final List<ColumnType> BELOW_INT64 = List.of(
            ColumnType.INT8,
            ColumnType.UINT8,
            ColumnType.INT16,
            ColumnType.UINT16,
            ColumnType.INT32,
            ColumnType.UINT32);

    private Types() {}

    /** True if values of one type can be kept as another, each on its own merits. */
    public static boolean isCastable(ColumnType from, ColumnType to) {
        if (from == to) {
            return true;
        }
        return switch (to) {
            case FLOAT32, FLOAT64, BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 ->
                from.isNumeric() || from == ColumnType.BOOL || from == ColumnType.STRING;
            case STRING -> from.isNumeric() || from == ColumnType.BOOL;
            case BYTES, TIMESTAMP -> false;
        };
    }

    /** The smallest type that holds all values of both; empty if none does. */
    public static Optional<ColumnType> common(ColumnType a, ColumnType b) {
        if (a == b) {
            return Optional.of(a);
        }
        if (a == ColumnType.BOOL && b.isInteger()) {
            return Optional.of(b);
        }
        if (b == ColumnType.BOOL && a.isInteger()) {
            return Optional.of(a);
        }
        if (a.isInteger() && b.isInteger()) {
            return commonInteger(a, b);
        }
        return a.isNumeric() && b.isNumeric() ? Optional.of(ColumnType.FLOAT64) : Optional.empty();
    }

    private static Optional<ColumnType> commonInteger(ColumnType a, ColumnType b) {
        if (a == ColumnType.UINT64 || b == ColumnType.UINT64) {
            ColumnType other = a == ColumnType.UINT64 ? b : a;
            return least(other) < 0 ? Optional.empty() : Optional.of(ColumnType.UINT64);
        }
        return Optional.of(BELOW_INT64.stream()
                .filter(type -> holds(type, a) && holds(type, b))
                .findFirst()
                .orElse(ColumnType.INT64));
    }

    private static boolean holds(ColumnType type, ColumnType other) {
        return least(type) <= least(other) && greatest(type) >= greatest(other);
    }

    /** The shape that holds cells of both; empty if none does. */
    public static Optional<Shape> common(Shape a, Shape b) {
        if (a.equals(b)) {
            return Optional.of(a);
        }
        boolean lists = a.sizes().size() == 1 && b.sizes().size() == 1;
        return lists ? Optional.of(Shape.LIST) : Optional.empty();
    }

    static long least(ColumnType type) {
        return switch (type) {
            case INT8 -> Byte.MIN_VALUE;
            case INT16 -> Short.MIN_VALUE;
            case INT32 -> Integer.MIN_VALUE;
            case BOOL, UINT8, UINT16, UINT32, UINT64 -> 0;
            case INT64, FLOAT32, FLOAT64, STRING, BYTES, TIMESTAMP -> Long.MIN_VALUE;
        };
    }

    static long greatest(ColumnType type) {
        return switch (type) {
            case BOOL -> 1;
            case INT8 -> Byte.MAX_VALUE;
            case UINT8 -> 0xff;
            case INT16 -> Short.MAX_VALUE;
            case UINT16 -> 0xffff;
            case INT32 -> Integer.MAX_VALUE;
            case UINT32 -> 0xffff_ffffL;
            case INT64, UINT64, FLOAT32, FLOAT64, STRING, BYTES, TIMESTAMP -> Long.MAX_VALUE;
        };
    }

    /** An element of a vector of integers, as it is written. */
    static String text(ColumnType type, long value) {
        return switch (type) {
            case BOOL -> value == 0 ? "false" : "true";
            case UINT64 -> Long.toUnsignedString(value);
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, FLOAT32, FLOAT64, STRING, BYTES, TIMESTAMP ->
                Long.toString(value);
        };
    }
}
