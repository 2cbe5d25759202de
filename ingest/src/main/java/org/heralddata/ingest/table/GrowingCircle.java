package org.heralddata.ingest.table;

import org.heralddata.model.catalogue.ObservedRuns.Circle;
import org.jspecify.annotations.Nullable;

/**
 * A circle around directions that come one by one: it grows just so far that it holds itself and the new one. In a plane its radius
 * is at most 1.5 times that of the smallest one; beyond 90 degrees it is the whole sky.
 *
 * @see <a href="https://doi.org/10.1137/1.9781611973082.99">Zarrabi-Zadeh and Chan (2006), A simple streaming algorithm for minimum
 *     enclosing balls</a>
 */
final class GrowingCircle {
    private static final double HALF_SKY = Math.PI / 2;

    /** So that rounding loses no point of the rim, degrees. */
    private static final double MARGIN_DEG = 1e-9;

    private boolean any;
    private double x;
    private double y;
    private double z;
    private double radius;
    private double chord;

    void add(double raDeg, double decDeg) {
        if (radius >= Math.PI) {
            return;
        }
        double ra = Math.toRadians(raDeg);
        double dec = Math.toRadians(decDeg);
        double px = Math.cos(dec) * Math.cos(ra);
        double py = Math.cos(dec) * Math.sin(ra);
        double pz = Math.sin(dec);
        if (!any) {
            any = true;
            x = px;
            y = py;
            z = pz;
            return;
        }
        double away = Math.sqrt((px - x) * (px - x) + (py - y) * (py - y) + (pz - z) * (pz - z));
        if (away > chord) {
            grow(px, py, pz, 2 * Math.asin(Math.min(1, away / 2)));
        }
    }

    private void grow(double px, double py, double pz, double distance) {
        double wider = (radius + distance) / 2;
        if (wider > HALF_SKY) {
            radius = Math.PI;
            return;
        }
        double by = wider - radius;
        double back = Math.sin(distance - by) / Math.sin(distance);
        double forth = Math.sin(by) / Math.sin(distance);
        x = back * x + forth * px;
        y = back * y + forth * py;
        z = back * z + forth * pz;
        double length = Math.sqrt(x * x + y * y + z * z);
        x /= length;
        y /= length;
        z /= length;
        radius = wider;
        chord = 2 * Math.sin(radius / 2);
    }

    /** Null if there was no direction. */
    @Nullable
    Circle published() {
        if (!any) {
            return null;
        }
        if (radius >= Math.PI) {
            return new Circle(0, 0, 180);
        }
        double ra = Math.toDegrees(Math.atan2(y, x));
        return new Circle(
                ra < 0 ? ra + 360 : ra,
                Math.toDegrees(Math.atan2(z, Math.hypot(x, y))),
                Math.toDegrees(radius) + MARGIN_DEG);
    }
}
