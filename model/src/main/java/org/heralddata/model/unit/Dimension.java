package org.heralddata.model.unit;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A product of powers of base units.
 *
 * @param powers by base unit, none 0. Base units are those of the SI, the arcsecond (so that angles are not mistaken for
 *               ratios), and each thing that is only counted, such as {@code pix}
 */
record Dimension(Map<String, Rational> powers) {
    static final Dimension NONE = new Dimension(Map.of());

    Dimension {
        powers = Map.copyOf(powers);
    }

    static Dimension of(String base) {
        return new Dimension(Map.of(base, Rational.ONE));
    }

    Dimension times(Dimension other) {
        var sum = new TreeMap<>(powers);
        other.powers.forEach((base, power) -> sum.merge(base, power, Rational::plus));
        sum.values().removeIf(Rational.ZERO::equals);
        return new Dimension(sum);
    }

    Dimension power(Rational power) {
        var scaled = new TreeMap<String, Rational>();
        powers.forEach((base, p) -> scaled.put(base, p.times(power)));
        scaled.values().removeIf(Rational.ZERO::equals);
        return new Dimension(scaled);
    }

    /** Such as {@code kg.m**2.s**-2}, in alphabetical order. */
    @Override
    public String toString() {
        return new TreeMap<>(powers)
                .entrySet().stream()
                        .map(e -> e.getKey() + (e.getValue().equals(Rational.ONE) ? "" : "**" + e.getValue()))
                        .collect(Collectors.joining("."));
    }
}
