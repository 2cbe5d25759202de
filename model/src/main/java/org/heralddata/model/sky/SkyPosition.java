package org.heralddata.model.sky;

/**
 * A direction in ICRS.
 *
 * @param raDeg  right ascension, degrees, 0 to 360 (360 excluded)
 * @param decDeg declination, degrees, -90 to 90
 */
public record SkyPosition(double raDeg, double decDeg) {

    public SkyPosition {
        if (!(raDeg >= 0 && raDeg < 360 && decDeg >= -90 && decDeg <= 90)) {
            throw new IllegalArgumentException("no position on the sky: %s, %s".formatted(raDeg, decDeg));
        }
    }

    /**
     * The direction with a right ascension of any finite number of turns.
     *
     * @throws IllegalArgumentException if an argument is NaN, or {@code decDeg} out of range
     */
    public static SkyPosition of(double raDeg, double decDeg) {
        double turned = raDeg - 360 * Math.floor(raDeg / 360);
        return new SkyPosition(turned < 360 ? turned : 0, decDeg);
    }

    /** The angle to another direction, degrees, 0 to 180. */
    public double separationDeg(SkyPosition other) {
        return separationDeg(raDeg, decDeg, other.raDeg, other.decDeg);
    }

    /**
     * The angle between two directions, to full precision for any angle, by Vincenty's formula for a sphere.
     *
     * @return degrees, 0 to 180; NaN if an argument is
     * @see <a href="https://doi.org/10.1179/sre.1975.23.176.88">Vincenty (1975), Survey Review 23, 88</a>
     */
    public static double separationDeg(double ra1Deg, double dec1Deg, double ra2Deg, double dec2Deg) {
        double turn = Math.toRadians(ra2Deg - ra1Deg);
        double dec1 = Math.toRadians(dec1Deg);
        double dec2 = Math.toRadians(dec2Deg);
        double across = Math.cos(dec2) * Math.sin(turn);
        double up = Math.cos(dec1) * Math.sin(dec2) - Math.sin(dec1) * Math.cos(dec2) * Math.cos(turn);
        double along = Math.sin(dec1) * Math.sin(dec2) + Math.cos(dec1) * Math.cos(dec2) * Math.cos(turn);
        return Math.toDegrees(Math.atan2(Math.hypot(across, up), along));
    }
}
