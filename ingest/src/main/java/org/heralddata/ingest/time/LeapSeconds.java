package org.heralddata.ingest.time;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jastronomy.jsofa.JSOFA;
import org.jastronomy.jsofa.JSOFAIllegalParameter;
import org.jastronomy.jsofa.JSOFAInternalError;

/**
 * TAI − UTC since 1972. Instants are nanoseconds on a clock of their scale since it showed 1970-01-01T00:00:00, in UTC
 * without counting leap seconds (POSIX).
 *
 * @see <a href="https://www.iausofa.org">SOFA</a>, {@code iauDat}
 */
final class LeapSeconds {

    /** 1972-01-01T00:00:00 UTC: before it UTC ran at another rate than TAI. */
    static final long FIRST_UTC_NS = 63_072_000L * Counted.NS_PER_SECOND;

    private static final int LAST_YEAR_OF_TABLE = 2021;

    /** Since when (UTC) each offset holds, ascending. */
    private static final long[] SINCE_NS;

    /** TAI − UTC since then. */
    private static final long[] OFFSET_NS;

    static {
        List<long[]> steps = new ArrayList<>();
        for (int year = 1972; year <= LAST_YEAR_OF_TABLE; year++) {
            for (int month = 1; month <= 12; month++) {
                long offset = Math.round(taiMinusUtc(year, month)) * Counted.NS_PER_SECOND;
                if (steps.isEmpty() || steps.getLast()[1] != offset) {
                    long since = LocalDate.of(year, month, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
                    steps.add(new long[] {since * Counted.NS_PER_SECOND, offset});
                }
            }
        }
        SINCE_NS = steps.stream().mapToLong(step -> step[0]).toArray();
        OFFSET_NS = steps.stream().mapToLong(step -> step[1]).toArray();
    }

    private LeapSeconds() {}

    /** UTC of an instant of TAI; an instant within a leap second is that of the second after, as POSIX has it. */
    static long taiToUtc(long taiNs, TimeProblems problems) {
        int step = SINCE_NS.length - 1;
        while (step >= 0 && taiNs < SINCE_NS[step] + OFFSET_NS[step]) {
            step--;
        }
        if (step < 0) {
            return Counted.OUT_OF_RANGE;
        }
        if (step + 1 < SINCE_NS.length && taiNs >= SINCE_NS[step + 1] + OFFSET_NS[step]) {
            problems.withinLeapSecond++;
        }
        return taiNs - OFFSET_NS[step];
    }

    /** TAI of an instant of UTC; before 1972 with the offset of 1972. */
    static long utcToTai(long utcNs) {
        int step = SINCE_NS.length - 1;
        while (step > 0 && utcNs < SINCE_NS[step]) {
            step--;
        }
        return utcNs + OFFSET_NS[step];
    }

    /** True if the second before this instant of UTC was a leap second. */
    static boolean followsLeapSecond(long utcNs) {
        for (int step = 1; step < SINCE_NS.length; step++) {
            if (SINCE_NS[step] == utcNs) {
                return true;
            }
        }
        return false;
    }

    private static double taiMinusUtc(int year, int month) {
        try {
            return JSOFA.jauDat(year, month, 1, 0);
        } catch (JSOFAIllegalParameter | JSOFAInternalError impossible) {
            throw new IllegalStateException("no TAI - UTC for %d-%02d".formatted(year, month), impossible);
        }
    }
}
