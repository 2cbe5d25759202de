package org.heralddata.model.descriptor;

import org.jspecify.annotations.Nullable;

/**
 * How to tell which time a file covers. Fields are named as declared.
 *
 * @param start when it begins
 * @param end   when it ends; null if at once
 */
public record FileTimes(Moment start, @Nullable End end) {

    /** An instant. */
    public sealed interface Moment {

        /** A field of the type timestamp. */
        record Field(String name) implements Moment {}

        /** Numbers or text to be read as a table's times are. */
        record Mapped(TimeMapping mapping) implements Moment {}
    }

    /** The end of a span. */
    public sealed interface End {

        record At(Moment moment) implements End {}

        /** A field that holds how long it lasts. */
        record AfterField(String name) implements End {}

        /** @param nanoseconds not negative */
        record After(long nanoseconds) implements End {}
    }
}
