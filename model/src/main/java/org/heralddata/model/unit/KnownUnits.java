package org.heralddata.model.unit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heralddata.model.diagnostic.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * The known units of VOUnits 1.1 (table 2) and their values.
 *
 * <p>Values: SI Brochure 9 (exact where the SI defines them), IAU 2012 B2 (au), IAU 2015 B2 and B3 (pc, Sun), CODATA 2022
 * (u, Ry). {@code 'degC'} is quoted, since VOUnits has no degree Celsius, but its meaning is known to Herald.
 */
final class KnownUnits {
    private static final double ARCSEC_PER_RADIAN = 180 * 3600 / Math.PI;
    private static final double JULIAN_YEAR_S = 365.25 * 86400;
    private static final double AU_M = 149_597_870_700.0;

    /** A known unit and how it may be used. */
    private record Known(Measure measure, boolean prefixes, boolean binary, boolean deprecated) {}

    private static final Map<String, Known> UNITS = new LinkedHashMap<>();
    private static final Measure CELSIUS = new Measure(Measure.Scale.LINEAR, 1, 0, Dimension.of("K"), 273.15);

    static {
        prefixable("m", 1, 0, base("m"));
        prefixable("g", 1, -3, base("kg"));
        prefixable("s", 1, 0, base("s"));
        prefixable("A", 1, 0, base("A"));
        prefixable("K", 1, 0, base("K"));
        prefixable("mol", 1, 0, base("mol"));
        prefixable("cd", 1, 0, base("cd"));
        prefixable("rad", ARCSEC_PER_RADIAN, 0, base("arcsec"));
        prefixable("sr", ARCSEC_PER_RADIAN * ARCSEC_PER_RADIAN, 0, si("arcsec", 2));
        prefixable("Hz", 1, 0, si("s", -1));
        prefixable("N", 1, 0, si("kg", 1, "m", 1, "s", -2));
        prefixable("J", 1, 0, si("kg", 1, "m", 2, "s", -2));
        prefixable("W", 1, 0, si("kg", 1, "m", 2, "s", -3));
        prefixable("Pa", 1, 0, si("kg", 1, "m", -1, "s", -2));
        prefixable("C", 1, 0, si("A", 1, "s", 1));
        prefixable("V", 1, 0, si("kg", 1, "m", 2, "s", -3, "A", -1));
        prefixable("Ohm", 1, 0, si("kg", 1, "m", 2, "s", -3, "A", -2));
        prefixable("S", 1, 0, si("kg", -1, "m", -2, "s", 3, "A", 2));
        prefixable("F", 1, 0, si("kg", -1, "m", -2, "s", 4, "A", 2));
        prefixable("H", 1, 0, si("kg", 1, "m", 2, "s", -2, "A", -2));
        prefixable("Wb", 1, 0, si("kg", 1, "m", 2, "s", -2, "A", -1));
        prefixable("T", 1, 0, si("kg", 1, "s", -2, "A", -1));
        prefixable("lm", ARCSEC_PER_RADIAN * ARCSEC_PER_RADIAN, 0, si("cd", 1, "arcsec", 2));
        prefixable("lx", ARCSEC_PER_RADIAN * ARCSEC_PER_RADIAN, 0, si("cd", 1, "arcsec", 2, "m", -2));
        prefixable("min", 60, 0, base("s"));
        prefixable("h", 3600, 0, base("s"));
        prefixable("d", 86400, 0, base("s"));
        prefixable("a", JULIAN_YEAR_S, 0, base("s"));
        prefixable("yr", JULIAN_YEAR_S, 0, base("s"));
        old("Ba", 365.242198781 * 86400, 0, base("s"), false);
        old("ta", 365.24219 * 86400, 0, base("s"), false);
        prefixable("deg", 3600, 0, base("arcsec"));
        prefixable("arcmin", 60, 0, base("arcsec"));
        prefixable("arcsec", 1, 0, base("arcsec"));
        plain("mas", 1, -3, base("arcsec"));
        prefixable("eV", 1.602176634, -19, si("kg", 1, "m", 2, "s", -2));
        prefixable("Ry", 2.1798723611030, -18, si("kg", 1, "m", 2, "s", -2));
        old("erg", 1, -7, si("kg", 1, "m", 2, "s", -2), true);
        prefixable("u", 1.66053906892, -27, base("kg"));
        prefixable("solMass", 1.988409870698051, 30, base("kg"));
        prefixable("solLum", 3.828, 26, si("kg", 1, "m", 2, "s", -3));
        prefixable("solRad", 6.957, 8, base("m"));
        plain("AU", AU_M, 0, base("m"));
        plain("au", AU_M, 0, base("m"));
        prefixable("pc", AU_M * 648_000 / Math.PI, 0, base("m"));
        prefixable("lyr", 299_792_458 * JULIAN_YEAR_S, 0, base("m"));
        old("Angstrom", 1, -10, base("m"), false);
        old("angstrom", 1, -10, base("m"), false);
        old("barn", 1, -28, si("m", 2), true);
        old("G", 1, -4, si("kg", 1, "s", -2, "A", -1), true);
        prefixable("Jy", 1, -26, si("kg", 1, "s", -2));
        prefixable("D", 3.3356409519815204, -30, si("A", 1, "s", 1, "m", 1));
        prefixable(
                "R",
                1 / (4 * Math.PI * ARCSEC_PER_RADIAN * ARCSEC_PER_RADIAN),
                10,
                si("photon", 1, "m", -2, "s", -1, "arcsec", -2));
        prefixable("mag", 1, 0, base("mag"));
        plain("dB", 1, 0, base("dB"));
        plain("%", 1, -2, Dimension.NONE);
        UNITS.put("bit", new Known(Measure.linear(1, 0, base("bit")), true, true, false));
        UNITS.put("byte", new Known(Measure.linear(8, 0, base("bit")), true, true, false));
        UNITS.put("B", new Known(Measure.linear(8, 0, base("bit")), true, true, false));
        for (String counted : List.of("adu", "beam", "bin", "chan", "voxel")) {
            prefixable(counted, 1, 0, base(counted));
        }
        for (var same : Map.of("count", "count", "ct", "count", "photon", "photon", "ph", "photon")
                .entrySet()) {
            prefixable(same.getKey(), 1, 0, base(same.getValue()));
        }
        prefixable("pixel", 1, 0, base("pixel"));
        prefixable("pix", 1, 0, base("pixel"));
    }

    private KnownUnits() {}

    private static void prefixable(String symbol, double mantissa, int exponent, Dimension dimension) {
        UNITS.put(symbol, new Known(Measure.linear(mantissa, exponent, dimension), true, false, false));
    }

    private static void plain(String symbol, double mantissa, int exponent, Dimension dimension) {
        UNITS.put(symbol, new Known(Measure.linear(mantissa, exponent, dimension), false, false, false));
    }

    private static void old(String symbol, double mantissa, int exponent, Dimension dimension, boolean prefixes) {
        UNITS.put(symbol, new Known(Measure.linear(mantissa, exponent, dimension), prefixes, false, true));
    }

    private static Dimension base(String symbol) {
        return Dimension.of(symbol);
    }

    private static Dimension si(Object... basesAndPowers) {
        Dimension product = Dimension.NONE;
        for (int i = 0; i < basesAndPowers.length; i += 2) {
            int power = (Integer) basesAndPowers[i + 1];
            product = product.times(base((String) basesAndPowers[i]).power(Rational.of(power, 1)));
        }
        return product;
    }

    /** The symbol taken apart into prefix and known unit: whole before prefixed, as the standard bids. */
    static Optional<UnitExpression.Symbol> split(String symbol) {
        if (UNITS.containsKey(symbol)) {
            return Optional.of(new UnitExpression.Symbol("", symbol, false));
        }
        for (int length = 1; length <= 2 && length < symbol.length(); length++) {
            String prefix = symbol.substring(0, length);
            Known known = UNITS.get(symbol.substring(length));
            boolean fits = known != null
                    && (Prefixes.DECIMAL.containsKey(prefix) || (known.binary && Prefixes.BINARY.containsKey(prefix)));
            if (fits) {
                return Optional.of(new UnitExpression.Symbol(prefix, symbol.substring(length), false));
            }
        }
        return Optional.empty();
    }

    /** What the standard holds against a use; null if nothing. */
    static @Nullable String warning(UnitExpression.Symbol symbol) {
        Known known = UNITS.get(symbol.base());
        if (known == null || symbol.quoted()) {
            return null;
        }
        if (known.deprecated) {
            return "VOUnits deprecates `%s`".formatted(symbol.base());
        }
        if (!symbol.prefix().isEmpty() && !known.prefixes) {
            return "VOUnits has no prefixes with `%s`".formatted(symbol.base());
        }
        return null;
    }

    static Measure measure(UnitExpression.Symbol symbol) {
        Known known = symbol.quoted() ? null : UNITS.get(symbol.base());
        Measure base = known != null
                ? known.measure
                : symbol.base().equals("degC")
                        ? CELSIUS
                        : Measure.linear(1, 0, Dimension.of("'" + symbol.base() + "'"));
        if (symbol.prefix().isEmpty()) {
            return base;
        }
        Integer twos = known != null && known.binary ? Prefixes.BINARY.get(symbol.prefix()) : null;
        if (twos != null) {
            return Measure.linear(base.mantissa() * Math.pow(2, twos), base.exponent(), base.dimension());
        }
        Integer tens = Prefixes.DECIMAL.get(symbol.prefix());
        if (tens == null) {
            throw new IllegalStateException("no prefix: " + symbol.prefix());
        }
        return Measure.linear(base.mantissa(), base.exponent() + tens, base.dimension());
    }

    /** What was meant: a word for a unit, another case, a slip of the pen. */
    static Optional<String> nearest(String written) {
        Optional<String> word = FileUnitReader.read(written).map(Unit::symbol).filter(s -> !s.isEmpty());
        if (word.isPresent()) {
            return word;
        }
        var candidates = new ArrayList<String>(UNITS.keySet());
        UNITS.forEach((symbol, known) -> {
            if (known.prefixes && symbol.length() <= 3) {
                Prefixes.DECIMAL.keySet().stream()
                        .filter(prefix -> "kMGTPEmunpch".contains(prefix))
                        .forEach(prefix -> candidates.add(prefix + symbol));
            }
        });
        return candidates.stream()
                .filter(c -> c.equalsIgnoreCase(written))
                .findFirst()
                .or(() -> Nearest.to(written, candidates));
    }
}
