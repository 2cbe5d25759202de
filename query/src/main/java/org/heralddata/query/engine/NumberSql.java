package org.heralddata.query.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.heralddata.model.selection.Comparison;
import org.heralddata.model.table.ColumnType;

/**
 * Prints comparisons with numbers, exact in the column's type: 64-bit integers are never taken through floating point, and
 * a bound is rounded to 32 bits where the column is, so that {@code x <= 0.1} lets the cell pass that is shown as 0.1.
 */
final class NumberSql {
    private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger MAX_UNSIGNED = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private NumberSql() {}

    static String compare(String left, ColumnType type, Comparison how, BigDecimal bound) {
        return switch (type) {
            case FLOAT32 -> left + " " + CutSql.sign(how) + " " + single(bound);
            case FLOAT64 -> left + " " + CutSql.sign(how) + " " + Sql.real(bound.doubleValue());
            case UINT64 -> whole(left, how, bound, BigInteger.ZERO, MAX_UNSIGNED);
            default -> whole(left, how, bound, MIN_LONG, MAX_LONG);
        };
    }

    private static String single(BigDecimal bound) {
        float rounded = bound.floatValue();
        return Float.isInfinite(rounded) ? Sql.real(bound.doubleValue()) : "'" + rounded + "'::FLOAT";
    }

    private static String whole(String left, Comparison how, BigDecimal bound, BigInteger least, BigInteger greatest) {
        BigInteger floor = bound.setScale(0, RoundingMode.FLOOR).toBigInteger();
        boolean fraction = bound.compareTo(new BigDecimal(floor)) != 0;
        if (fraction) {
            return switch (how) {
                case EQUAL -> never(left);
                case NOT_EQUAL -> always(left);
                case LESS, AT_MOST -> whole(left, Comparison.AT_MOST, new BigDecimal(floor), least, greatest);
                case GREATER, AT_LEAST -> whole(left, Comparison.GREATER, new BigDecimal(floor), least, greatest);
            };
        }
        if (floor.compareTo(least) < 0) {
            return how == Comparison.GREATER || how == Comparison.AT_LEAST || how == Comparison.NOT_EQUAL
                    ? always(left)
                    : never(left);
        }
        if (floor.compareTo(greatest) > 0) {
            return how == Comparison.LESS || how == Comparison.AT_MOST || how == Comparison.NOT_EQUAL
                    ? always(left)
                    : never(left);
        }
        boolean unsigned = greatest.equals(MAX_UNSIGNED);
        String number = unsigned ? "'" + floor + "'::DECIMAL(20,0)" : floor.toString();
        return left + " " + CutSql.sign(how) + " " + number;
    }

    private static String always(String left) {
        return left + " IS NOT NULL";
    }

    private static String never(String left) {
        return "(" + left + " IS NULL AND NULL)";
    }
}
