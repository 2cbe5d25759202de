package org.heralddata.model.coverage;

import java.util.List;
import org.heralddata.model.sky.SkyPosition;

/**
 * A polygon on the sky: corners joined by great circles, in either turning sense; it is the side that lies around their mean
 * direction. Immutable.
 */
public final class SkyPolygon {
    private final PolygonRegion region;
    private final SkyPosition centre;
    private final double radiusDeg;

    /**
     * @param corners at least 3
     * @throws IllegalArgumentException if there are fewer, or they do not lie within 90 degrees of their mean direction
     */
    public SkyPolygon(List<SkyPosition> corners) {
        region = new PolygonRegion(corners);
        centre = region.centre();
        radiusDeg = corners.stream().mapToDouble(centre::separationDeg).max().orElseThrow();
    }

    /** Whether corners make a polygon: at least 3, all within 90 degrees of their mean direction. */
    public static boolean fits(List<SkyPosition> corners) {
        return corners.size() >= 3 && PolygonRegion.fits(corners);
    }

    public boolean contains(SkyPosition position) {
        return region.contains(position);
    }

    /** The mean direction of the corners. */
    public SkyPosition centre() {
        return centre;
    }

    /** Edges, for those who ask in numbers; a direction lies inside if it is less than 90 degrees from the centre and crosses an odd number. */
    public List<Edge> edges() {
        return region.edges();
    }

    /**
     * A direction p, as a unit vector, crosses an edge if exactly one of p·from and p·to is above 0, and p·normal is above 0.
     */
    public record Edge(Vector from, Vector to, Vector normal) {}

    /** Axes: to (0°, 0°), (90°, 0°) and the north pole. */
    public record Vector(double x, double y, double z) {}

    /** From the centre to the farthest corner, which is as far as the polygon reaches. */
    public double radiusDeg() {
        return radiusDeg;
    }
}
