package org.heralddata.model.files;

/** The value of a field. */
public sealed interface FieldValue {

    record Whole(long value) implements FieldValue {}

    /** @param value in the field's unit; may be NaN or infinite */
    record Real(double value) implements FieldValue {}

    record Text(String value) implements FieldValue {}

    record Truth(boolean value) implements FieldValue {}

    /** @param nanoseconds of UTC since 1970-01-01T00:00:00, leap seconds not counted */
    record Time(long nanoseconds) implements FieldValue {}
}
