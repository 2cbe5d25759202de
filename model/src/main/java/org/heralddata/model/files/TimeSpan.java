package org.heralddata.model.files;

/**
 * From one instant to another, both included.
 *
 * @param start nanoseconds of UTC since 1970-01-01T00:00:00, leap seconds not counted
 * @param stop  not before start
 */
public record TimeSpan(long start, long stop) {

    public TimeSpan {
        if (stop < start) {
            throw new IllegalArgumentException("a span from %d to %d".formatted(start, stop));
        }
    }
}
