package org.heralddata.model.descriptor;

import java.util.List;
import org.heralddata.model.time.TimeScale;
import org.jspecify.annotations.Nullable;

/** How to read an event's time. Columns are named as published. */
public sealed interface TimeMapping {

    /** Names of the columns that it reads. */
    default List<String> columns() {
        return switch (this) {
            case Seconds(var seconds, var nanoseconds, var _) -> both(seconds, nanoseconds);
            case Gps(var gps, var nanoseconds) -> both(gps, nanoseconds);
            case Mjd mjd -> List.of(mjd.mjd());
            case Iso iso -> List.of(iso.iso());
            case Elapsed elapsed -> List.of(elapsed.elapsed());
        };
    }

    private static List<String> both(String main, @Nullable String more) {
        return more == null ? List.of(main) : List.of(main, more);
    }

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
