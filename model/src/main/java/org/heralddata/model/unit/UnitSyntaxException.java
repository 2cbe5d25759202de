package org.heralddata.model.unit;

/** Carries a reading that failed out of the parser; never leaves the package. */
final class UnitSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient UnitReading.Invalid reading;

    UnitSyntaxException(UnitReading.Invalid reading) {
        super(reading.reason(), null, false, false);
        this.reading = reading;
    }

    UnitReading.Invalid reading() {
        return reading;
    }
}
