package org.heralddata.model.descriptor;

import org.heralddata.model.time.TimeScale;
import org.jspecify.annotations.Nullable;

/** How to read an event's time. Columns are named as published. */
public sealed interface TimeMapping {

    /**
     * Seconds since 1970-01-01T00:00:00, as Unix counts them if UTC.
     *
     * @param seconds     integer or floating-point column
     * @param nanoseconds nanoseconds to add; null if none
     */
    record Seconds(String seconds, @Nullable String nanoseconds, TimeScale scale) implements TimeMapping {}

    /** Modified Julian Date in days. */
    record Mjd(String mjd, TimeScale scale) implements TimeMapping {}

    /** ISO 8601 text, with or without zone; without one in {@code scale}. */
    record Iso(String iso, TimeScale scale) implements TimeMapping {}

    /**
     * Seconds of GPS time since 1980-01-06T00:00:00 UTC.
     *
     * @param nanoseconds nanoseconds to add; null if none
     */
    record Gps(String gps, @Nullable String nanoseconds) implements TimeMapping {}

    /**
     * Seconds since a reference epoch, as in FITS and GADF.
     *
     * @param elapsed      column of seconds
     * @param referenceMjd the epoch as MJD; null to take {@code MJDREFI}+{@code MJDREFF} or {@code MJDREF} of the file
     * @param scale        null to take {@code TIMESYS} of the file
     */
    record Elapsed(
            String elapsed,
            @Nullable Double referenceMjd,
            @Nullable TimeScale scale) implements TimeMapping {}
}
