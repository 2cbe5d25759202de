package org.heralddata.model.unit;

/**
 * How numbers in one unit become numbers in another: {@code value * numerator / denominator + offset}.
 *
 * <p>A fraction, not a factor, so that powers of ten stay exact in either direction.
 *
 * @param numerator   finite, positive
 * @param denominator finite, positive
 * @param offset      in the other unit
 */
public record UnitConversion(double numerator, double denominator, double offset) {

    public static final UnitConversion IDENTITY = new UnitConversion(1, 1, 0);

    /** NaN stays NaN. */
    public double apply(double value) {
        return value * numerator / denominator + offset;
    }

    /** How much a difference grows. */
    public double factor() {
        return numerator / denominator;
    }

    public boolean isIdentity() {
        return equals(IDENTITY);
    }

    /** The same with equal numerator and denominator cancelled. */
    UnitConversion simplified() {
        return numerator == denominator ? new UnitConversion(1, 1, offset) : this;
    }

    /** The way back. */
    public UnitConversion inverse() {
        return new UnitConversion(denominator, numerator, offset == 0 ? 0 : -offset * denominator / numerator);
    }
}
