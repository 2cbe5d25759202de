package org.heralddata.query.obscore;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.coverage.SpaceMoc;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.sky.SkyPosition;

/** A circle around all cells of a map: around their mean direction, or, where they have none, all of the sky. */
final class EnclosingCircle {
    private static final int MOST_ORDER = 6;

    private EnclosingCircle() {}

    /** @param moc not empty */
    static ObsRow.Sky of(SpaceMoc moc) {
        SpaceMoc coarse = moc.degraded(MOST_ORDER);
        int shift = 2 * (Healpix.MAX_ORDER - MOST_ORDER);
        List<SkyPosition> centres = new ArrayList<>();
        double x = 0;
        double y = 0;
        double z = 0;
        for (int i = 0; i < coarse.cells().count(); i++) {
            for (long cell = coarse.cells().first(i) >> shift;
                    cell < coarse.cells().end(i) >> shift;
                    cell++) {
                SkyPosition centre = Healpix.centre(MOST_ORDER, cell);
                centres.add(centre);
                double dec = Math.toRadians(centre.decDeg());
                double ra = Math.toRadians(centre.raDeg());
                x += Math.cos(dec) * Math.cos(ra);
                y += Math.cos(dec) * Math.sin(ra);
                z += Math.sin(dec);
            }
        }
        double length = Math.sqrt(x * x + y * y + z * z);
        if (length < 1e-3 * centres.size()) {
            return new ObsRow.Sky(0, 0, 360.0);
        }
        var middle = SkyPosition.of(Math.toDegrees(Math.atan2(y, x)), Math.toDegrees(Math.atan2(z, Math.hypot(x, y))));
        double radius =
                centres.stream().mapToDouble(middle::separationDeg).max().orElseThrow()
                        + Healpix.cellRadiusDeg(MOST_ORDER);
        return new ObsRow.Sky(middle.raDeg(), middle.decDeg(), Math.min(360, 2 * radius));
    }
}
