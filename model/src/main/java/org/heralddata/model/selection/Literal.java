package org.heralddata.model.selection;

import java.math.BigDecimal;
import org.heralddata.model.unit.Unit;

/** A value that a column is compared with, already in the column's type and unit. */
public sealed interface Literal {

    /**
     * A finite number.
     *
     * @param unit the column's own; {@link Unit#NONE} if it has none
     */
    record Quantity(BigDecimal value, Unit unit) implements Literal {

        /** Numbers of equal value are equal: {@code 20} and {@code 20.0}. */
        public Quantity {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    record Text(String value) implements Literal {}

    record Truth(boolean value) implements Literal {}

    /**
     * An instant.
     *
     * @param nanoseconds of UTC since 1970-01-01T00:00:00, leap seconds not counted
     */
    record Time(long nanoseconds) implements Literal {}
}
