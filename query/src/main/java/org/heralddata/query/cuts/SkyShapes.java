package org.heralddata.query.cuts;

import java.util.ArrayList;
import org.heralddata.model.coverage.SkyPolygon;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.sky.SkyPosition;
import org.heralddata.query.QueryCode;
import org.heralddata.query.cuts.Literals.Unfit;

/** Checks the cones and polygons of a query. */
record SkyShapes(String query, KnownColumns columns, Literals literals) {
    private static final int MAX_CORNERS = 100;

    Cut cone(Syntax.Cone cone) {
        columns.requireAngles(cone.ra());
        columns.requireAngles(cone.dec());
        SkyPosition centre = position(cone.lon(), cone.lat());
        double radius = literals.degrees(cone.radius());
        if (!(radius >= 0 && radius <= 180)) {
            throw literals.unfit(cone.radius(), QueryCode.BAD_ANGLE, "a radius lies between 0 and 180 degrees", null);
        }
        return new Cut.Cone(cone.ra().text(), cone.dec().text(), centre, radius);
    }

    Cut polygon(Syntax.Polygon polygon) {
        columns.requireAngles(polygon.ra());
        columns.requireAngles(polygon.dec());
        int numbers = polygon.corners().size();
        if (numbers < 6 || numbers % 2 != 0 || numbers > 2 * MAX_CORNERS) {
            throw new Unfit(Mistake.at(
                            query,
                            polygon.span(),
                            QueryCode.BAD_ANGLE,
                            "a polygon has 3 to %d corners, each of a longitude and a latitude, not %d numbers"
                                    .formatted(MAX_CORNERS, numbers))
                    .helped("such as `polygon(ra, dec, 80, 20, 90, 20, 85, 30)`"));
        }
        var corners = new ArrayList<SkyPosition>();
        for (int i = 0; i < numbers; i += 2) {
            corners.add(position(polygon.corners().get(i), polygon.corners().get(i + 1)));
        }
        if (!SkyPolygon.fits(corners)) {
            throw new Unfit(Mistake.at(
                            query,
                            polygon.span(),
                            QueryCode.BAD_ANGLE,
                            "the corners of a polygon lie within 90 degrees of their mean direction")
                    .helped("join smaller polygons by `or`"));
        }
        return new Cut.Polygon(polygon.ra().text(), polygon.dec().text(), corners);
    }

    private SkyPosition position(Value longitude, Value latitude) {
        double lon = literals.degrees(longitude);
        double lat = literals.degrees(latitude);
        if (!(lon >= -360 && lon <= 360)) {
            throw literals.unfit(longitude, QueryCode.BAD_ANGLE, "a longitude lies between -360 and 360 degrees", null);
        }
        if (!(Math.abs(lat) <= 90)) {
            throw literals.unfit(latitude, QueryCode.BAD_ANGLE, "a latitude lies between -90 and 90 degrees", null);
        }
        return new SkyPosition(((lon % 360) + 360) % 360, lat);
    }
}
