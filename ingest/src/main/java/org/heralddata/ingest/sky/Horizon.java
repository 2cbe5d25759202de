package org.heralddata.ingest.sky;

import org.heralddata.model.descriptor.DirectionMapping.Compass;
import org.heralddata.model.descriptor.DirectionMapping.Points;

/**
 * Turns zenith distance θ and azimuth φ into east, north and up:
 * <pre>{@code p = ± (sin θ (cos φ · from + sin φ · to) + cos θ · up)}</pre>
 * where {@code from} and {@code to} are the points of the horizon at azimuth 0 and 90 degrees, and the sign is minus if
 * the angles tell where the particle went. Immutable.
 */
final class Horizon {
    private final double sign;
    private final double fromEast;
    private final double fromNorth;
    private final double toEast;
    private final double toNorth;

    Horizon(Compass from, Compass to, Points points) {
        sign = points == Points.ORIGIN ? 1 : -1;
        fromEast = east(from);
        fromNorth = north(from);
        toEast = east(to);
        toNorth = north(to);
        if (fromEast * toEast + fromNorth * toNorth != 0) {
            throw new IllegalArgumentException("azimuth from %s to %s".formatted(from, to));
        }
    }

    /** False if the angles are no direction: not finite, or zenith distance outside 0 to 180 degrees. */
    boolean direction(double zenithDeg, double azimuthDeg, double[] local) {
        if (!(zenithDeg >= 0 && zenithDeg <= 180 && Double.isFinite(azimuthDeg))) {
            return false;
        }
        double zenith = Math.toRadians(zenithDeg);
        double azimuth = Math.toRadians(azimuthDeg);
        double flat = sign * Math.sin(zenith);
        double from = flat * Math.cos(azimuth);
        double to = flat * Math.sin(azimuth);
        local[0] = from * fromEast + to * toEast;
        local[1] = from * fromNorth + to * toNorth;
        local[2] = sign * Math.cos(zenith);
        return true;
    }

    private static double east(Compass point) {
        return switch (point) {
            case EAST -> 1;
            case WEST -> -1;
            case NORTH, SOUTH -> 0;
        };
    }

    private static double north(Compass point) {
        return switch (point) {
            case NORTH -> 1;
            case SOUTH -> -1;
            case EAST, WEST -> 0;
        };
    }
}
