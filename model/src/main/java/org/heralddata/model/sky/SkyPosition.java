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
}
