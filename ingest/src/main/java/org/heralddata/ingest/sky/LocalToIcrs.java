package org.heralddata.ingest.sky;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.model.sky.Site;
import org.jastronomy.jsofa.JSOFA;
import org.jastronomy.jsofa.JSOFAIllegalParameter;
import org.jastronomy.jsofa.JSOFAInternalError;
import org.jspecify.annotations.Nullable;

/**
 * Turns local directions at a site into ICRS. Better than 0.0001 degrees against full astrometry without refraction, as
 * long as the date is in the table of Earth orientation; outside it, up to 0.004 degrees. For one thread.
 *
 * <p>Astrometry is reckoned once for each day of event time and interpolated to each {@value #STEP_HOURS} hours; the rotation
 * of the Earth is that of each event.
 */
public final class LocalToIcrs {
    private static final int STEP_HOURS = 4;
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final long DAY_NS = 86_400 * NS_PER_SECOND;
    private static final long STEP_NS = STEP_HOURS * 3_600 * NS_PER_SECOND;
    private static final double MJD_OF_1970 = 40_587;
    private static final double MJD_OF_1972 = 41_317;

    /** Days from 2000-01-01T12:00 to 1970-01-01T00:00. */
    private static final double J2000_TO_1970_DAYS = -10_957.5;

    private static final int STEPS_PER_DAY = 24 / STEP_HOURS;

    /** Steps kept, some 40 years of events in any order; some 40 MB. */
    private static final int MOST_STEPS = 90_000;

    private static final EarthOrientation ORIENTATION = EarthOrientation.bundled();

    private final LocalFrame frame;
    private final Map<Long, Astrometry> days = new HashMap<>();
    private final Map<Long, Step> steps = new HashMap<>();
    private @Nullable Step current;
    private long outsideTable;

    private record Step(long number, Astrometry astrometry, long ut1MinusUtcNs, boolean outsideTable) {}

    public LocalToIcrs(Site site) {
        frame = new LocalFrame(site);
    }

    /**
     * Turns one direction.
     *
     * @param direction unit vector: components to the east, to the north and up; becomes that in ICRS
     * @param utcNs     nanoseconds of UTC since 1970 without leap seconds
     */
    public void turn(double[] direction, long utcNs) {
        Step step = step(Math.floorDiv(utcNs, STEP_NS));
        if (step.outsideTable) {
            outsideTable++;
        }
        frame.toTerrestrial(direction);
        step.astrometry.toIcrs(direction, earthRotation(utcNs + step.ut1MinusUtcNs));
    }

    /** What there is to tell of the directions turned so far, one sentence each; empty if all is well. */
    public List<String> notes() {
        return outsideTable == 0
                ? List.of()
                : List.of(
                        "%d directions were turned to ICRS outside the table of Earth orientation (MJD %.0f to %.0f): good to"
                                        .formatted(outsideTable, ORIENTATION.firstMjd(), ORIENTATION.lastMjd())
                                + " 0.004 degrees only");
    }

    private Step step(long number) {
        Step last = current;
        if (last != null && last.number == number) {
            return last;
        }
        if (steps.size() > MOST_STEPS) {
            steps.clear();
            days.clear();
        }
        Step found = steps.computeIfAbsent(number, this::reckon);
        current = found;
        return found;
    }

    private Step reckon(long number) {
        double mjd = MJD_OF_1970 + (number + 0.5) * STEP_HOURS / 24;
        EarthOrientation.At orientation = ORIENTATION.at(mjd);
        boolean before = mjd < ORIENTATION.firstMjd();
        boolean after = mjd > ORIENTATION.lastMjd();
        double taiMinusUtc = taiMinusUtc(mjd);
        long day = Math.floorDiv(number, STEPS_PER_DAY);
        // UTC is kept within 0.9 s of UT1
        double ut1MinusUtc = before ? 0 : Math.clamp(orientation.ut1MinusTaiSeconds() + taiMinusUtc, -0.9, 0.9);
        return new Step(
                number,
                day(day).towards(day(day + 1), (Math.floorMod(number, STEPS_PER_DAY) + 0.5) / STEPS_PER_DAY),
                Math.round(ut1MinusUtc * NS_PER_SECOND),
                before || after);
    }

    private Astrometry day(long day) {
        return days.computeIfAbsent(day, _ -> {
            double mjd = MJD_OF_1970 + day;
            return Astrometry.at(mjd, taiMinusUtc(mjd), ORIENTATION.at(mjd));
        });
    }

    private static double taiMinusUtc(double mjd) {
        double known = Math.max(mjd, MJD_OF_1972);
        LocalDate date = LocalDate.ofEpochDay((long) (Math.floor(known) - MJD_OF_1970));
        try {
            return JSOFA.jauDat(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), known - Math.floor(known));
        } catch (JSOFAIllegalParameter | JSOFAInternalError impossible) {
            throw new IllegalStateException("no TAI - UTC at MJD " + mjd, impossible);
        }
    }

    /** By Capitaine, Guinot and McCarthy (2000), as SOFA's {@code iauEra00}; whole days apart, as they lose no digits. */
    private static double earthRotation(long ut1Ns) {
        double days = Math.floorDiv(ut1Ns, DAY_NS);
        double part = (double) Math.floorMod(ut1Ns, DAY_NS) / DAY_NS;
        double since2000 = days + J2000_TO_1970_DAYS + part;
        // the half day that parts 1970-01-01T00:00 from the noon that UT1 days are counted from
        return 2 * Math.PI * ((part + 0.5 + 0.779_057_273_264_0 + 0.002_737_811_911_354_48 * since2000) % 1);
    }
}
