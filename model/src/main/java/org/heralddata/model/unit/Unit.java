package org.heralddata.model.unit;

/**
 * A unit of measure.
 *
 * @param symbol in VOUnits syntax, such as {@code GeV}, {@code m**2} or {@code log(eV)}; empty for none
 */
public record Unit(String symbol) {

    /** Of counts, flags, identifiers and ratios. */
    public static final Unit NONE = new Unit("");

    @Override
    public String toString() {
        return symbol;
    }
}
