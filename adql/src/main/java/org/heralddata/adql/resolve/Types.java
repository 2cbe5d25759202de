package org.heralddata.adql.resolve;

import java.util.List;
import java.util.Optional;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.schema.ValueType.Kind;
import org.heralddata.model.table.ColumnType;

/** Which types go together, and what comes of it. */
final class Types {

    private Types() {}

    /** Of {@code + - *}: 64-bit integers of integers, so that small ones do not overflow; REAL of REAL alone. */
    static ValueType arithmetic(ValueType left, ValueType right) {
        if (left.kind() == Kind.NULL || right.kind() == Kind.NULL) {
            return left.kind() == Kind.NULL ? (right.kind() == Kind.NULL ? ValueType.DOUBLE : wide(right)) : wide(left);
        }
        if (left.equals(ValueType.REAL) && right.equals(ValueType.REAL)) {
            return ValueType.REAL;
        }
        return isWhole(left) && isWhole(right) ? ValueType.BIGINT : ValueType.DOUBLE;
    }

    /** The type that a number is computed in. */
    static ValueType wide(ValueType type) {
        return isWhole(type) ? ValueType.BIGINT : type.equals(ValueType.REAL) ? type : ValueType.DOUBLE;
    }

    /** An integer that 64 bits with a sign hold. */
    static boolean isWhole(ValueType type) {
        return type.isInteger() && type.element() != ColumnType.UINT64;
    }

    /** The type that all values of a list can have; empty if there is none. */
    static Optional<ValueType> common(List<ValueType> types) {
        ValueType common = ValueType.NULL;
        for (ValueType type : types) {
            Optional<ValueType> both = common(common, type);
            if (both.isEmpty()) {
                return both;
            }
            common = both.get();
        }
        return Optional.of(common);
    }

    static Optional<ValueType> common(ValueType left, ValueType right) {
        if (left.kind() == Kind.NULL || left.equals(right)) {
            return Optional.of(right);
        }
        if (right.kind() == Kind.NULL) {
            return Optional.of(left);
        }
        if (left.isNumber() && right.isNumber()) {
            return Optional.of(number(left, right));
        }
        return left.kind() == right.kind() && left.element() == right.element() ? Optional.of(left) : Optional.empty();
    }

    private static ValueType number(ValueType left, ValueType right) {
        if (isWhole(left) && isWhole(right)) {
            return bits(left) >= bits(right) ? left : right;
        }
        return ValueType.DOUBLE;
    }

    private static int bits(ValueType type) {
        return switch (type.element()) {
            case INT8, UINT8 -> 8;
            case INT16 -> 16;
            case INT32, UINT16 -> 32;
            default -> 64;
        };
    }
}
