package org.heralddata.model.sky;

import java.util.ArrayList;
import java.util.List;

/** Covers a cone by HEALPix cells: descends from the 12 base cells into those that the cone's border may cross. */
final class HealpixCone {

    /** Ranges of one cover; more would cost a query more than the rows that they spare it. */
    static final int MOST_RANGES = 64;

    /** Farthest that a point of a cell can be from the cell's centre, in degrees, by order. */
    static final double[] CELL_RADIUS_DEG = cellRadii();

    /** Far above what rounding can move a position, far below a cell. */
    private static final double ROUNDING_DEG = 1e-11;

    private final SkyPosition centre;
    private final double radiusDeg;
    private final int finest;
    private final List<HealpixRange> ranges = new ArrayList<>();

    HealpixCone(double raDeg, double decDeg, double radiusDeg) {
        if (!(radiusDeg >= 0)) {
            throw new IllegalArgumentException("no radius of a cone: " + radiusDeg);
        }
        this.centre = SkyPosition.of(raDeg, decDeg);
        this.radiusDeg = radiusDeg;
        this.finest = orderFor(radiusDeg);
    }

    List<HealpixRange> ranges() {
        if (radiusDeg >= 180) {
            return List.of(new HealpixRange(0, Healpix.CELLS - 1));
        }
        for (long base = 0; base < 12; base++) {
            descend(0, base);
        }
        while (ranges.size() > MOST_RANGES) {
            closeNarrowestGap();
        }
        return List.copyOf(ranges);
    }

    private void descend(int order, long cell) {
        double distance = centre.separationDeg(Healpix.centre(order, cell));
        double reach = CELL_RADIUS_DEG[order] + ROUNDING_DEG;
        if (distance > radiusDeg + reach) {
            return;
        }
        if (order == finest || distance + reach <= radiusDeg) {
            int shift = 2 * (Healpix.MAX_ORDER - order);
            add(cell << shift, ((cell + 1) << shift) - 1);
            return;
        }
        for (int part = 0; part < 4; part++) {
            descend(order + 1, 4 * cell + part);
        }
    }

    private void add(long first, long last) {
        if (!ranges.isEmpty() && ranges.getLast().last() + 1 == first) {
            first = ranges.removeLast().first();
        }
        ranges.add(new HealpixRange(first, last));
    }

    private void closeNarrowestGap() {
        int narrowest = 1;
        for (int i = 2; i < ranges.size(); i++) {
            if (gapBefore(i) < gapBefore(narrowest)) {
                narrowest = i;
            }
        }
        HealpixRange second = ranges.remove(narrowest);
        ranges.set(narrowest - 1, new HealpixRange(ranges.get(narrowest - 1).first(), second.last()));
    }

    private long gapBefore(int i) {
        return ranges.get(i).first() - ranges.get(i - 1).last();
    }

    private static int orderFor(double radiusDeg) {
        int order = 0;
        while (order < Healpix.MAX_ORDER && CELL_RADIUS_DEG[order] > radiusDeg / 4) {
            order++;
        }
        return order;
    }

    /** From the centre of a base cell's northern corner cell to its corner at z = 2/3, the longest there is. */
    private static double[] cellRadii() {
        var radii = new double[Healpix.MAX_ORDER + 1];
        for (int order = 0; order < radii.length; order++) {
            double nside = 1L << order;
            double corner = 1 - (1 - 1 / nside) * (1 - 1 / nside) / 3;
            radii[order] = SkyPosition.separationDeg(
                    45 / nside, Math.toDegrees(Math.asin(2.0 / 3)), 0, Math.toDegrees(Math.asin(corner)));
        }
        return radii;
    }
}
