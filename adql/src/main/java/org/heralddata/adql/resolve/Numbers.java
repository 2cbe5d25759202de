package org.heralddata.adql.resolve;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.heralddata.adql.function.AdqlFunction;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.tree.Expression.BinaryOperator;
import org.heralddata.adql.typed.Value;

/** Formulas over values; of numbers alone they are worked out at once. */
final class Numbers {

    private Numbers() {}

    static Value of(double number) {
        return new Value.Numeral(BigDecimal.valueOf(number), ValueType.DOUBLE);
    }

    static OptionalDouble constant(Value value) {
        return value instanceof Value.Numeral(var number, var _)
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    static Value plus(Value a, Value b) {
        return binary(BinaryOperator.ADD, a, b);
    }

    static Value minus(Value a, Value b) {
        return binary(BinaryOperator.SUBTRACT, a, b);
    }

    static Value times(Value a, Value b) {
        return binary(BinaryOperator.MULTIPLY, a, b);
    }

    static Value call(AdqlFunction function, Value... arguments) {
        return new Value.Call(function, List.of(arguments), ValueType.DOUBLE);
    }

    private static Value binary(BinaryOperator operator, Value a, Value b) {
        return new Value.Binary(operator, a, b, ValueType.DOUBLE);
    }
}
