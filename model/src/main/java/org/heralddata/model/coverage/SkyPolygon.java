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

    public boolean contains(SkyPosition position) {
        return region.contains(position);
    }

    /** The mean direction of the corners. */
    public SkyPosition centre() {
        return centre;
    }

    /** From the centre to the farthest corner, which is as far as the polygon reaches. */
    public double radiusDeg() {
        return radiusDeg;
    }
}
