package org.heralddata.adql.resolve;

import java.math.BigDecimal;
import java.util.Optional;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.tree.Expression.BinaryOperator;
import org.heralddata.adql.typed.Value;
import org.heralddata.model.unit.Unit;
import org.heralddata.model.unit.UnitConversion;

/** Wavelength, frequency and photon energy in each other's units. */
final class Spectral {
    /** Exact since 2019 (SI brochure, 9th edition, section 2.2): m/s, J s. */
    private static final double LIGHT = 299_792_458;

    private static final double PLANCK = 6.626_070_15e-34;

    private static final Unit METRE = new Unit("m");
    private static final Unit HERTZ = new Unit("Hz");
    private static final Unit JOULE = new Unit("J");

    private Spectral() {}

    /** Empty if one of the units is of none of the three. */
    static Optional<Value> convert(Value value, Unit from, Unit to) {
        Optional<UnitConversion> same = from.to(to);
        if (same.isPresent()) {
            UnitConversion by = same.get();
            return Optional.of(new Value.Converted(value, by.numerator(), by.denominator(), by.offset()));
        }
        Optional<Double> energy = joules(from);
        Optional<Double> wanted = joules(to);
        if (energy.isPresent() && wanted.isPresent()) {
            return Optional.of(new Value.Converted(value, energy.get(), wanted.get(), 0));
        }
        Optional<Double> metres = factor(from, METRE);
        if (metres.isPresent() && wanted.isPresent()) {
            return Optional.of(quotient(PLANCK * LIGHT / metres.get() / wanted.get(), value));
        }
        Optional<Double> length = factor(to, METRE);
        return energy.isPresent() && length.isPresent()
                ? Optional.of(quotient(PLANCK * LIGHT / energy.get() / length.get(), value))
                : Optional.empty();
    }

    private static Optional<Double> joules(Unit unit) {
        Optional<Double> energy = factor(unit, JOULE);
        return energy.isPresent() ? energy : factor(unit, HERTZ).map(hertz -> hertz * PLANCK);
    }

    private static Optional<Double> factor(Unit unit, Unit base) {
        return unit.to(base).filter(c -> c.offset() == 0).map(UnitConversion::factor);
    }

    private static Value quotient(double constant, Value value) {
        var number = new Value.Numeral(BigDecimal.valueOf(constant), ValueType.DOUBLE);
        return new Value.Binary(BinaryOperator.DIVIDE, number, value, ValueType.DOUBLE);
    }
}
