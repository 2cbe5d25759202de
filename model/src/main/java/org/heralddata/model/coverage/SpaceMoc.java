package org.heralddata.model.coverage;

import java.util.List;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.sky.SkyPosition;

/**
 * A part of the sky, ICRS, as HEALPix cells.
 *
 * @param order of the smallest cells, 0 to 29
 * @param cells nested cells of order 29, whole ones of {@code order}
 */
public record SpaceMoc(int order, Ranges cells) implements Moc {

    /** Nothing of the sky. */
    public static final SpaceMoc EMPTY = new SpaceMoc(0, Ranges.EMPTY);

    /** All of it. */
    public static final SpaceMoc WHOLE = new SpaceMoc(0, Ranges.of(0, Healpix.CELLS));

    public SpaceMoc {
        cells = Axis.SPACE.requireCells(order, cells);
    }

    /** Some cells of one order, in any order. */
    public static SpaceMoc ofCells(int order, long... indices) {
        int shift = Axis.SPACE.shift(Axis.SPACE.requireOrder(order));
        var bounds = new long[2 * indices.length];
        for (int i = 0; i < indices.length; i++) {
            bounds[2 * i] = indices[i] << shift;
            bounds[2 * i + 1] = (indices[i] + 1) << shift;
        }
        return new SpaceMoc(order, Ranges.of(bounds));
    }

    /**
     * Every cell that holds a point of a cone, and at most a few that lie beside it by a quarter of a cell.
     *
     * @param radiusDeg 0 to 180
     */
    public static SpaceMoc cone(int order, SkyPosition centre, double radiusDeg) {
        return new Covering(new ConeRegion(centre, radiusDeg), order).moc();
    }

    /**
     * Every cell that holds a point of a polygon, and at most a few beside it, as for {@link #cone}.
     *
     * @param corners at least 3, in either turning sense, joined by great circles; the polygon is the side that lies around their
     *                mean direction
     * @throws IllegalArgumentException if there are fewer, or they do not lie within 90 degrees of their mean direction
     */
    public static SpaceMoc polygon(int order, List<SkyPosition> corners) {
        return new Covering(new PolygonRegion(corners), order).moc();
    }

    @Override
    public boolean isEmpty() {
        return cells.isEmpty();
    }

    public SpaceMoc union(SpaceMoc other) {
        return new SpaceMoc(Math.max(order, other.order), cells.union(other.cells));
    }

    public SpaceMoc intersection(SpaceMoc other) {
        return new SpaceMoc(Math.max(order, other.order), cells.intersection(other.cells));
    }

    /** The rest of the sky. */
    public SpaceMoc complement() {
        return new SpaceMoc(order, cells.complement(Healpix.CELLS));
    }

    public boolean contains(SkyPosition position) {
        return cells.contains(Healpix.index(Healpix.MAX_ORDER, position.raDeg(), position.decDeg()));
    }

    public boolean contains(SpaceMoc other) {
        return cells.contains(other.cells);
    }

    public boolean intersects(SpaceMoc other) {
        return !cells.intersection(other.cells).isEmpty();
    }

    /** The same with cells of at most this order: larger, where a cell was covered in part. */
    public SpaceMoc degraded(int most) {
        return most >= order ? this : new SpaceMoc(most, cells);
    }

    /** Which part of the sky, 0 to 1. */
    public double fraction() {
        return cells.length() / (double) Healpix.CELLS;
    }
}
