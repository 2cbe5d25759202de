package org.heralddata.model.unit;

import java.util.Optional;

/**
 * What a unit measures: {@code mantissa * 10**exponent} base units, or the logarithm of a number of those.
 *
 * @param mantissa positive; kept apart from the power of ten, so that prefixes cancel exactly
 * @param zero     where the unit's 0 lies, in base units: 273.15 K for degrees Celsius, else 0
 */
record Measure(Scale scale, double mantissa, int exponent, Dimension dimension, double zero) {
    static final Measure ONE = linear(1, 0, Dimension.NONE);

    enum Scale {
        LINEAR,
        LOG10,
        LN
    }

    static Measure linear(double mantissa, int exponent, Dimension dimension) {
        return new Measure(Scale.LINEAR, mantissa, exponent, dimension, 0);
    }

    static Measure of(UnitExpression expression) {
        return switch (expression) {
            case UnitExpression.One() -> ONE;
            case UnitExpression.Group(var inner) -> of(inner);
            case UnitExpression.Symbol symbol -> KnownUnits.measure(symbol);
            case UnitExpression.Power(var base, var power) -> plain(base).power(power);
            case UnitExpression.Quotient(var above, var below) ->
                plain(above).times(plain(below).power(Rational.ONE.negated()));
            case UnitExpression.Product(var factors) ->
                factors.stream().map(Measure::plain).reduce(ONE, Measure::times);
            case UnitExpression.Scaled scaled ->
                linear(scaled.value(), 0, Dimension.NONE).times(plain(scaled.unit()));
            case UnitExpression.Function(var name, var operand) -> function(name, operand);
        };
    }

    private static Measure function(String name, UnitExpression operand) {
        Measure inner = plain(operand);
        return switch (name) {
            case "sqrt" -> inner.power(Rational.of(1, 2));
            case "log" -> new Measure(Scale.LOG10, inner.mantissa, inner.exponent, inner.dimension, 0);
            case "ln" -> new Measure(Scale.LN, inner.mantissa, inner.exponent, inner.dimension, 0);
            default -> linear(1, 0, Dimension.of(name + "(" + operand + ")"));
        };
    }

    /** As a factor of something else: a difference in temperature; a logarithm only by its own name. */
    private static Measure plain(UnitExpression expression) {
        Measure measure = of(expression);
        return measure.scale == Scale.LINEAR
                ? linear(measure.mantissa, measure.exponent, measure.dimension)
                : linear(1, 0, Dimension.of(expression.toString()));
    }

    private Measure times(Measure other) {
        return linear(mantissa * other.mantissa, exponent + other.exponent, dimension.times(other.dimension));
    }

    private Measure power(Rational power) {
        Rational tens = power.times(Rational.of(exponent, 1));
        double rest = tens.isInteger() ? 1 : Math.pow(10, tens.value());
        double raised = power.isInteger() && power.numerator() < 0
                ? 1 / Math.pow(mantissa, -power.value())
                : Math.pow(mantissa, power.value());
        return linear(raised * rest, tens.isInteger() ? tens.numerator() : 0, dimension.power(power));
    }

    Optional<UnitConversion> to(Measure other) {
        if (!dimension.equals(other.dimension)) {
            return Optional.empty();
        }
        boolean linear = scale == Scale.LINEAR;
        if (linear != (other.scale == Scale.LINEAR)) {
            return Optional.empty();
        }
        if (linear) {
            UnitConversion ratio = ratio(other);
            double offset = (zero - other.zero) / (other.mantissa * Math.pow(10, other.exponent));
            return Optional.of(new UnitConversion(ratio.numerator(), ratio.denominator(), offset));
        }
        double decades = Math.log10(mantissa / other.mantissa) + (exponent - other.exponent);
        double offset = other.scale == Scale.LN ? decades * Math.log(10) : decades;
        return Optional.of(new UnitConversion(other.natural() ? Math.log(10) : 1, natural() ? Math.log(10) : 1, offset)
                .simplified());
    }

    private boolean natural() {
        return scale == Scale.LN;
    }

    private UnitConversion ratio(Measure other) {
        int tens = exponent - other.exponent;
        double up = tens > 0 ? Math.pow(10, tens) : 1;
        double down = tens < 0 ? Math.pow(10, -tens) : 1;
        if (mantissa >= other.mantissa) {
            return new UnitConversion(mantissa / other.mantissa * up, down, 0);
        }
        return new UnitConversion(up, other.mantissa / mantissa * down, 0);
    }
}
