package org.heralddata.simulate;

/** Air at Karlsruhe: a year's and a day's wave of temperature, and pressure that wanders over days. Deterministic. */
final class Weather {
    private static final double DAY_S = 86_400;
    private static final double YEAR_S = 365.25 * DAY_S;

    private Weather() {}

    /** Degrees Celsius at 2 m, {@code -15 … 35}: mean 11, coldest in mid January and at five in the morning (UTC). */
    static double temperatureDegC(double unixS) {
        double year = -9.5 * Math.cos(2 * Math.PI * (unixS / YEAR_S - 0.04));
        double day = -4.5 * Math.cos(2 * Math.PI * (unixS / DAY_S - 5.0 / 24));
        return 11 + year + day + 3 * wander(unixS, 1);
    }

    /** Hectopascal at 110 m: mean 1003, wandering by about 8. */
    static double pressureHPa(double unixS) {
        return 1003 + 8 * wander(unixS, 2);
    }

    /** Waves of incommensurable periods of 2 to 19 days: of order 1, at most 2. */
    private static double wander(double unixS, int phase) {
        double days = unixS / DAY_S;
        return 0.8 * Math.sin(days / 1.07 + phase)
                + 0.7 * Math.sin(days / 0.61803 + 2.1 * phase)
                + 0.5 * Math.sin(days / 3.05 + 4.7 * phase);
    }
}
