package org.heralddata.model.catalogue;

/**
 * A closed interval in a column's own unit.
 *
 * @param min at most {@code max}; may be infinite
 */
public record Range(double min, double max) {

    public Range {
        if (!(min <= max)) {
            throw new IllegalArgumentException("range from %s to %s".formatted(min, max));
        }
    }

    public boolean contains(double value) {
        return value >= min && value <= max;
    }
}
