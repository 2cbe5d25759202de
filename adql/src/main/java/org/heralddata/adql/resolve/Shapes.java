package org.heralddata.adql.resolve;

import org.heralddata.adql.schema.ValueType.Kind;
import org.heralddata.adql.tree.Condition.Comparison;
import org.heralddata.adql.typed.Predicate;
import org.heralddata.adql.typed.Value;
import org.jspecify.annotations.Nullable;

/** Makes conditions of geometry out of the comparisons with numbers that ADQL has for them. */
final class Shapes {

    private Shapes() {}

    /** The condition that {@code 1 = CONTAINS(…)} or {@code DISTANCE(…) < r} is; null if it is no such comparison. */
    static @Nullable Predicate compared(Value left, Comparison how, Value right) {
        if (right instanceof Value.Indicator || right instanceof Value.Separation) {
            return left instanceof Value.Indicator || left instanceof Value.Separation
                    ? null
                    : compared(right, how.flipped(), left);
        }
        if (left instanceof Value.Indicator(var predicate) && right instanceof Value.Numeral(var number, var _)) {
            boolean one = number.compareTo(java.math.BigDecimal.ONE) == 0;
            boolean zero = number.signum() == 0;
            return switch (how) {
                case EQUAL -> one ? predicate : zero ? new Predicate.Not(predicate) : null;
                case NOT_EQUAL -> zero ? predicate : one ? new Predicate.Not(predicate) : null;
                case GREATER -> zero ? predicate : null;
                case LESS -> one ? new Predicate.Not(predicate) : null;
                case AT_LEAST -> one ? predicate : null;
                case AT_MOST -> zero ? new Predicate.Not(predicate) : null;
            };
        }
        if (left instanceof Value.Separation(var from, var to) && right.type().kind() == Kind.NUMBER) {
            return switch (how) {
                case LESS -> new Predicate.Within(from, to, right, false);
                case AT_MOST -> new Predicate.Within(from, to, right, true);
                case GREATER -> new Predicate.Not(new Predicate.Within(from, to, right, true));
                case AT_LEAST -> new Predicate.Not(new Predicate.Within(from, to, right, false));
                case EQUAL, NOT_EQUAL -> null;
            };
        }
        return null;
    }
}
