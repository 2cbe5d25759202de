package org.heralddata.model.coverage;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Barycentric coordinate time of instants of UTC, as coverage maps count it. Light times to the barycentre of the solar system are
 * left out, as everywhere in Herald: at most 8.3 minutes; TDB is taken for TT: at most 2 ms.
 *
 * @see <a href="https://syrte.obspm.fr/IAU_resolutions/Resol-UAI.htm">IAU 2006 resolution B3</a> for TDB and TCB
 */
public final class TcbClock {
    private static final long NS = 1_000_000_000L;
    private static final double TT_MINUS_TAI_S = 32.184;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final double L_B = 1.550519768e-8;
    private static final double TDB_0_S = -6.55e-5;

    /** JD of 1977-01-01T00:00:00 TAI on the scale of TT. */
    private static final double T_0 = 2_443_144.500_372_5;

    private static final double JD_OF_1970 = 2_440_587.5;
    private static final long JD_OF_1970_US = 210_866_760_000_000_000L;

    /** Day from which TAI − UTC is 10 s and, from each next one, a second more (IERS Bulletin C). */
    private static final int[] LEAPS = {
        1972_01, 1972_07, 1973_01, 1974_01, 1975_01, 1976_01, 1977_01, 1978_01, 1979_01, 1980_01, 1981_07, 1982_07,
                1983_07,
        1985_07, 1988_01, 1990_01, 1991_01, 1992_07, 1993_07, 1994_07, 1996_01, 1997_07, 1999_01, 2006_01, 2009_01,
                2012_07,
        2015_07, 2017_01
    };

    private static final long[] SINCE_S = sinceSeconds();

    private TcbClock() {}

    private static long[] sinceSeconds() {
        var since = new long[LEAPS.length];
        for (int i = 0; i < since.length; i++) {
            since[i] = LocalDate.of(LEAPS[i] / 100, LEAPS[i] % 100, 1)
                    .atStartOfDay()
                    .toEpochSecond(ZoneOffset.UTC);
        }
        return since;
    }

    /**
     * Microseconds of TCB since JD 0.
     *
     * @param utcNs nanoseconds of UTC since 1970, leap seconds not counted; before 1972 TAI − UTC is taken to be 10 s
     */
    public static long microseconds(long utcNs) {
        double utc = (double) utcNs / NS;
        double tt = taiMinusUtc(Math.floorDiv(utcNs, NS)) + TT_MINUS_TAI_S;
        double days = JD_OF_1970 - T_0 + (utc + tt) / SECONDS_PER_DAY;
        double tcb = tt + L_B / (1 - L_B) * days * SECONDS_PER_DAY - TDB_0_S / (1 - L_B);
        return JD_OF_1970_US + Math.floorDiv(utcNs, 1000) + Math.round(tcb * 1e6);
    }

    private static int taiMinusUtc(long utcSeconds) {
        int step = SINCE_S.length - 1;
        while (step > 0 && utcSeconds < SINCE_S[step]) {
            step--;
        }
        return 10 + step;
    }
}
