package org.heralddata.model.descriptor;

import java.util.List;

/** How to read where an event came from. Columns are named as published. */
public sealed interface DirectionMapping {

    /** Names of the columns that it reads. */
    default List<String> columns() {
        return switch (this) {
            case Equatorial(var ra, var dec) -> List.of(ra, dec);
            case Galactic(var longitude, var latitude) -> List.of(longitude, latitude);
            case Horizontal horizontal -> List.of(horizontal.zenith(), horizontal.azimuth());
            case LocalVector(var x, var y, var z, var _) -> List.of(x, y, z);
        };
    }

    /** Whether the direction on the sky depends on the time, too. */
    default boolean isLocal() {
        return switch (this) {
            case Equatorial _, Galactic _ -> false;
            case Horizontal _, LocalVector _ -> true;
        };
    }

    /** Right ascension and declination in ICRS. */
    record Equatorial(String ra, String dec) implements DirectionMapping {}

    /** Galactic longitude and latitude. */
    record Galactic(String longitude, String latitude) implements DirectionMapping {}

    /**
     * Zenith distance and azimuth at the collection's site and the event's time.
     *
     * @param azimuthFrom where azimuth is 0
     * @param azimuthTo   where azimuth is 90 degrees
     * @param points      whether the angles tell where the particle came from or where it went
     */
    record Horizontal(String zenith, String azimuth, Compass azimuthFrom, Compass azimuthTo, Points points)
            implements DirectionMapping {}

    /**
     * A vector in the local frame at the collection's site: x to the east, y to the north, z up, of any length but 0.
     *
     * @param points whether the vector tells where the particle came from or where it went
     */
    record LocalVector(String x, String y, String z, Points points) implements DirectionMapping {}

    /** A point of the horizon. */
    enum Compass {
        NORTH,
        EAST,
        SOUTH,
        WEST
    }

    /** The two ways in which experiments write a direction. */
    enum Points {
        /** To where the particle came from. */
        ORIGIN,
        /** Along the particle's way. */
        TRAVEL
    }
}
