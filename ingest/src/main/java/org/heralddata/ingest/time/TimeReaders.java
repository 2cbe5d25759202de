package org.heralddata.ingest.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.heralddata.model.time.TimeScale;

/** The readers of the forms in which times are written. */
public final class TimeReaders {

    /** 1980-01-06T00:00:00, the zero of GPS time, on its own clock. */
    private static final long GPS_EPOCH_NS = 315_964_800L * Counted.NS_PER_SECOND;

    private static final BigDecimal NS_PER_DAY = BigDecimal.valueOf(Counted.NS_PER_DAY);

    private TimeReaders() {}

    /**
     * Seconds since 1970-01-01T00:00:00 on a clock of the scale; of UTC as POSIX counts them.
     *
     * @param secondsPerUnit seconds in the column's unit
     * @param nsPerExtra     nanoseconds in the unit of the column of nanoseconds
     */
    public static TimeReader seconds(TimeScale scale, double secondsPerUnit, double nsPerExtra, TimeProblems problems) {
        return new CountedTimeReader(0, scale, secondsPerUnit * Counted.NS_PER_SECOND, nsPerExtra, problems);
    }

    /** Seconds of GPS time since 1980-01-06T00:00:00. */
    public static TimeReader gps(double secondsPerUnit, double nsPerExtra, TimeProblems problems) {
        return new CountedTimeReader(
                GPS_EPOCH_NS, TimeScale.GPS, secondsPerUnit * Counted.NS_PER_SECOND, nsPerExtra, problems);
    }

    /**
     * Modified Julian Dates; of UTC with days of 86 400 s, leap second or not.
     *
     * @param daysPerUnit days in the column's unit
     */
    public static TimeReader mjd(TimeScale scale, double daysPerUnit, TimeProblems problems) {
        return new CountedTimeReader(
                -Counted.MJD_OF_1970 * Counted.NS_PER_DAY, scale, daysPerUnit * Counted.NS_PER_DAY, 1, problems);
    }

    /** ISO 8601 texts; without zone they are of the scale. */
    public static TimeReader iso(TimeScale scale, TimeProblems problems) {
        return new IsoTimeReader(scale, problems);
    }

    /**
     * SI seconds since an epoch, leap seconds counted, as FITS defines them. An epoch of UTC before 1972, such as that of
     * Unix, cannot be meant so: from it days have 86 400 s.
     *
     * @param epochMjd       in the scale
     * @param secondsPerUnit seconds in the column's unit
     * @throws ArithmeticException if the epoch is not within the years 1678 to 2261
     * @see <a href="https://doi.org/10.1051/0004-6361/201424653">Rots et al. (2015), A&amp;A 574, A36</a>, section 4
     */
    public static TimeReader elapsed(
            BigDecimal epochMjd, TimeScale scale, double secondsPerUnit, TimeProblems problems) {
        long epochNs = epochMjd.subtract(BigDecimal.valueOf(Counted.MJD_OF_1970))
                .multiply(NS_PER_DAY)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
        boolean utc = scale == TimeScale.UTC && epochNs >= LeapSeconds.FIRST_UTC_NS;
        return new CountedTimeReader(
                utc ? LeapSeconds.utcToTai(epochNs) : epochNs,
                utc ? TimeScale.TAI : scale,
                secondsPerUnit * Counted.NS_PER_SECOND,
                1,
                problems);
    }
}
