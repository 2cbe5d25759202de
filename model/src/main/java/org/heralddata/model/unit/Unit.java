package org.heralddata.model.unit;

import java.util.List;
import java.util.Optional;

/**
 * A unit of measure in the syntax of VOUnits 1.1.
 *
 * <p>Equality is that of symbols: {@code m/s} and {@code m.s**-1} are different units that convert into each other by 1.
 *
 * @param symbol in VOUnits syntax, of known or quoted units, such as {@code GeV}, {@code m**2}, {@code log(eV)} or
 *               {@code 'degC'}; empty for none
 * @see <a href="https://www.ivoa.net/documents/VOUnits/">IVOA recommendation VOUnits</a>
 */
public record Unit(String symbol) {

    /** Of counts, flags, identifiers and ratios. */
    public static final Unit NONE = new Unit("");

    /** @throws IllegalArgumentException if the symbol is not in canonical form; for what users write see {@link #parse} */
    public Unit {
        if (!symbol.isEmpty() && !isCanonical(symbol)) {
            throw new IllegalArgumentException("no unit: " + symbol);
        }
    }

    private static boolean isCanonical(String symbol) {
        try {
            return UnitParser.parse(symbol, false).expression().toString().equals(symbol);
        } catch (UnitSyntaxException wrong) {
            return false;
        }
    }

    /**
     * Reads what a curator or a user writes. Exact symbols, upper and lower case differing; {@code *} and {@code ^} are
     * taken for {@code .} and {@code **} with a warning. Empty and {@code 1} are {@link #NONE}.
     */
    public static UnitReading parse(String text) {
        if (text.isEmpty()) {
            return new UnitReading.Valid(NONE, List.of());
        }
        try {
            UnitParser.Parsed parsed = UnitParser.parse(text, true);
            return new UnitReading.Valid(new Unit(parsed.expression().toString()), parsed.warnings());
        } catch (UnitSyntaxException wrong) {
            return wrong.reading();
        }
    }

    /** The unit that a text is; empty where {@link #parse} has an error. */
    static Optional<Unit> parseStrictly(String text) {
        try {
            return Optional.of(
                    new Unit(UnitParser.parse(text, false).expression().toString()));
        } catch (UnitSyntaxException wrong) {
            return Optional.empty();
        }
    }

    /**
     * Reads a unit as files have it: FITS, OGIP and CDS syntax ({@code cm-2 s-1 TeV-1}), words ({@code degrees}), labels
     * ({@code Log(E/GeV)}).
     *
     * @return empty if it cannot be told what is meant
     */
    public static Optional<Unit> fromFile(String text) {
        return FileUnitReader.read(text);
    }

    /** A known symbol that was most likely meant by an unknown one. */
    public static Optional<String> nearest(String written) {
        return KnownUnits.nearest(written);
    }

    /**
     * How numbers in this unit become numbers in another: by a factor; logarithms by an offset, such as
     * {@code log(eV)} to {@code log(GeV)}; degrees Celsius to kelvin by an offset.
     *
     * @return empty if the two measure different things, or one is the logarithm of the other
     */
    public Optional<UnitConversion> to(Unit other) {
        return symbol.equals(other.symbol)
                ? Optional.of(UnitConversion.IDENTITY)
                : measure().to(other.measure());
    }

    /** True if {@link #to} has an answer. */
    public boolean isCommensurable(Unit other) {
        return to(other).isPresent();
    }

    /** True if values are logarithms of numbers of a unit. */
    public boolean isLogarithmic() {
        return measure().scale() != Measure.Scale.LINEAR;
    }

    /** The product of base units that it measures, such as {@code m.s**-1}; empty if dimensionless. */
    public String dimension() {
        return measure().dimension().toString();
    }

    private Measure measure() {
        return symbol.isEmpty()
                ? Measure.ONE
                : Measure.of(UnitParser.parse(symbol, false).expression());
    }

    @Override
    public String toString() {
        return symbol;
    }
}
