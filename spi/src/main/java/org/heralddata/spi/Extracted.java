package org.heralddata.spi;

import org.jspecify.annotations.Nullable;

/**
 * A value of metadata.
 *
 * @param value as text: numbers as Java, JSON or FITS write them, times as ISO 8601, truth as {@code true}, {@code false}
 * @param unit  as written, not judged; null if none is given
 */
public record Extracted(String value, @Nullable String unit) {

    /** A value that does not tell its unit. */
    public static Extracted of(String value) {
        return new Extracted(value, null);
    }
}
