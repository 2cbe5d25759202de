package org.heralddata.serve.vo.scs;

import java.util.Optional;
import org.heralddata.model.sky.SkyPosition;
import org.heralddata.serve.vo.dali.VoParameters;

/**
 * What a cone search asks (SCS 1.03, section 2, 1; MAXREC of DALI 1.1).
 *
 * @param radiusDeg 0 for the columns alone
 * @param verbosity which columns
 * @param maxRows   at most so many rows; 0 for the columns alone
 * @param release   name of a release, an addition of Herald's; empty for the newest
 */
record ScsQuery(SkyPosition centre, double radiusDeg, Verbosity verbosity, long maxRows, Optional<String> release) {

    /** Rows of an answer if MAXREC does not say. */
    static final long DEFAULT_ROWS = 100_000;

    static ScsQuery parse(VoParameters asked) {
        double ra = needed(asked, "RA", "right ascension of the centre in degrees, ICRS", 0, 360);
        double dec = needed(asked, "DEC", "declination of the centre in degrees, ICRS", -90, 90);
        double radius = needed(asked, "SR", "radius of the cone in degrees", 0, 180);
        Verbosity verbosity = asked.number("VERB", 1, 3).map(Verbosity::of).orElse(Verbosity.USUAL);
        long rows = asked.count("MAXREC").orElse(DEFAULT_ROWS);
        return new ScsQuery(SkyPosition.of(ra, dec), radius, verbosity, rows, asked.one("RELEASE"));
    }

    private static double needed(VoParameters asked, String name, String meaning, double least, double most) {
        return asked.number(name, least, most).orElseThrow(() -> VoParameters.missing(name, meaning));
    }

    boolean isForColumns() {
        return radiusDeg == 0 || maxRows == 0;
    }
}
