package org.heralddata.ingest.time;

import org.heralddata.model.time.TimeScale;
import org.jastronomy.jsofa.JSOFA;

/** Puts the clock of a time scale to UTC. For one thread: remembers where TDB − TT was last asked for. */
final class ScaleClock {

    /** TT − TAI, by definition. */
    private static final long TT_MINUS_TAI_NS = 32_184_000_000L;

    /** TAI − GPS time, by definition: GPS was set to UTC on 1980-01-06. */
    private static final long TAI_MINUS_GPS_NS = 19 * Counted.NS_PER_SECOND;

    /** Steps in which TDB − TT is interpolated; it bends by less than 1 ns within one. */
    private static final long STEP_NS = 3_600 * Counted.NS_PER_SECOND;

    private static final double JD_OF_1970 = 2_440_587.5;

    private final TimeScale scale;
    private final TimeProblems problems;
    private long step = Long.MIN_VALUE;
    private double offsetAtStep;
    private double offsetAfterStep;

    ScaleClock(TimeScale scale, TimeProblems problems) {
        this.scale = scale;
        this.problems = problems;
    }

    /**
     * @param ns on a clock of the scale since it showed 1970-01-01T00:00:00, or {@link Counted#OUT_OF_RANGE}
     * @return nanoseconds of UTC since 1970, or {@link Counted#OUT_OF_RANGE}
     */
    long toUtc(long ns) {
        if (ns == Counted.OUT_OF_RANGE || Counted.checked(ns) == Counted.OUT_OF_RANGE) {
            return Counted.OUT_OF_RANGE;
        }
        return Counted.checked(
                switch (scale) {
                    case UTC -> ns;
                    case TAI -> LeapSeconds.taiToUtc(ns, problems);
                    case TT -> LeapSeconds.taiToUtc(ns - TT_MINUS_TAI_NS, problems);
                    case TDB -> LeapSeconds.taiToUtc(ns - tdbMinusTt(ns) - TT_MINUS_TAI_NS, problems);
                    case GPS -> LeapSeconds.taiToUtc(ns + TAI_MINUS_GPS_NS, problems);
                });
    }

    private long tdbMinusTt(long tdbNs) {
        long wanted = Math.floorDiv(tdbNs, STEP_NS);
        if (wanted != step) {
            step = wanted;
            offsetAtStep = tdbMinusTtSeconds(wanted);
            offsetAfterStep = tdbMinusTtSeconds(wanted + 1);
        }
        double part = (double) (tdbNs - step * STEP_NS) / STEP_NS;
        return Math.round((offsetAtStep + part * (offsetAfterStep - offsetAtStep)) * Counted.NS_PER_SECOND);
    }

    /** At the centre of the Earth: a site adds at most 2 microseconds. */
    private static double tdbMinusTtSeconds(long step) {
        return JSOFA.jauDtdb(JD_OF_1970, step / 24.0, 0, 0, 0, 0);
    }
}
