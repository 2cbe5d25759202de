package org.heralddata.model.sky;

/**
 * A place on the Earth, WGS84.
 *
 * @param latitudeDeg  geodetic, north positive, -90 to 90
 * @param longitudeDeg east positive, -180 to 360
 * @param heightM      above the ellipsoid; negative for a detector under the sea
 */
public record Site(double latitudeDeg, double longitudeDeg, double heightM) {

    public Site {
        if (!(Math.abs(latitudeDeg) <= 90 && longitudeDeg >= -180 && longitudeDeg <= 360 && Double.isFinite(heightM))) {
            throw new IllegalArgumentException(
                    "no place on the Earth: %s, %s, %s m".formatted(latitudeDeg, longitudeDeg, heightM));
        }
    }
}
