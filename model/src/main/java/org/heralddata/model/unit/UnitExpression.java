package org.heralddata.model.unit;

import java.util.List;
import java.util.stream.Collectors;

/** A unit as written, taken apart (VOUnits 1.1, section C.4). Prints in canonical VOUnits syntax. */
sealed interface UnitExpression {

    /**
     * A known or quoted unit.
     *
     * @param prefix SI or binary prefix; empty if none
     * @param base   the symbol without prefix and quotes
     */
    record Symbol(String prefix, String base, boolean quoted) implements UnitExpression {
        @Override
        public String toString() {
            return quoted ? prefix + "'" + base + "'" : prefix + base;
        }
    }

    record Power(UnitExpression base, Rational power) implements UnitExpression {
        @Override
        public String toString() {
            return base + "**" + power;
        }
    }

    record Product(List<UnitExpression> factors) implements UnitExpression {
        @Override
        public String toString() {
            return factors.stream().map(UnitExpression::toString).collect(Collectors.joining("."));
        }
    }

    record Quotient(UnitExpression numerator, UnitExpression denominator) implements UnitExpression {
        @Override
        public String toString() {
            return numerator + "/" + denominator;
        }
    }

    record Group(UnitExpression inner) implements UnitExpression {
        @Override
        public String toString() {
            return "(" + inner + ")";
        }
    }

    /** {@code log}, {@code ln}, {@code exp} or {@code sqrt} of a unit. */
    record Function(String name, UnitExpression operand) implements UnitExpression {
        @Override
        public String toString() {
            return name + "(" + operand + ")";
        }
    }

    /**
     * A number of units.
     *
     * @param factor as written, such as {@code 10**-11} or {@code 25.4}
     * @param value  positive
     */
    record Scaled(String factor, double value, UnitExpression unit) implements UnitExpression {
        @Override
        public String toString() {
            return factor + unit;
        }
    }

    /** {@code 1}: dimensionless. */
    record One() implements UnitExpression {
        @Override
        public String toString() {
            return "";
        }
    }
}
