package org.heralddata.model.coverage;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.sky.SkyPosition;

/**
 * Covers a region by cells: descends from the 12 base cells into those that its border may cross, two orders below the one wanted, so
 * that few cells are taken that the region does not touch.
 */
final class Covering {
    private static final int BELOW = 2;

    /** Far above what rounding can move a position, far below a cell. */
    private static final double ROUNDING_DEG = 1e-11;

    private final Region region;
    private final int order;
    private final int finest;
    private final List<Long> bounds = new ArrayList<>();

    Covering(Region region, int order) {
        this.region = region;
        this.order = Axis.SPACE.requireOrder(order);
        this.finest = Math.min(Healpix.MAX_ORDER, order + BELOW);
    }

    SpaceMoc moc() {
        for (long base = 0; base < 12; base++) {
            descend(0, base);
        }
        Ranges cells = Ranges.of(bounds.stream().mapToLong(Long::longValue).toArray());
        return new SpaceMoc(order, cells);
    }

    /** True if all of the cell of the order wanted was taken, so that its other parts need not be looked at. */
    private boolean descend(int at, long cell) {
        SkyPosition centre = Healpix.centre(at, cell);
        double reach = Healpix.cellRadiusDeg(at) + ROUNDING_DEG;
        if (region.toBorderDeg(centre) > reach) {
            return region.contains(centre) && take(at, cell);
        }
        if (at == finest) {
            return take(at, cell);
        }
        boolean taken = false;
        for (int part = 0; part < 4 && !(taken && at >= order); part++) {
            taken |= descend(at + 1, 4 * cell + part);
        }
        return taken;
    }

    private boolean take(int at, long cell) {
        int wanted = Math.min(at, order);
        long taken = cell >> (2 * (at - wanted));
        int shift = Axis.SPACE.shift(wanted);
        bounds.add(taken << shift);
        bounds.add((taken + 1) << shift);
        return true;
    }
}
