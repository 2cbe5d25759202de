package org.heralddata.query.cuts;

import java.math.BigDecimal;
import org.heralddata.model.unit.Unit;
import org.heralddata.query.cuts.Syntax.Span;
import org.jspecify.annotations.Nullable;

/** A value as written. */
sealed interface Value {

    Span span();

    /** @param unit null if none was written */
    record Quantity(BigDecimal number, @Nullable Unit unit, Span span) implements Value {}

    /** An angle such as {@code 5h34m32s} or {@code -22d00m52s}. */
    record Sexagesimal(double degrees, Span span) implements Value {}

    record Text(String text, Span span) implements Value {}

    record Truth(boolean value, Span span) implements Value {}

    /** @param nanoseconds UTC since 1970 */
    record Time(long nanoseconds, Span span) implements Value {}
}
