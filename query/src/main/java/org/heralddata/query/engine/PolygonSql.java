package org.heralddata.query.engine;

import java.util.stream.Collectors;
import org.heralddata.model.coverage.SkyPolygon;

/** Prints whether a direction lies in a polygon: whether it crosses an odd number of its edges. */
final class PolygonSql {
    private static final String POINT = "p_";

    private PolygonSql() {}

    /**
     * Null where there is no direction.
     *
     * @param ra  an expression in degrees, as {@code dec}
     */
    static String inside(SkyPolygon polygon, String ra, String dec) {
        String crossed = polygon.edges().stream()
                .map(edge -> "((%s > 0) <> (%s > 0) AND %s > 0)::TINYINT"
                        .formatted(dot(edge.from()), dot(edge.to()), dot(edge.normal())))
                .collect(Collectors.joining(" + "));
        double lon = Math.toRadians(polygon.centre().raDeg());
        double lat = Math.toRadians(polygon.centre().decDeg());
        var centre = new SkyPolygon.Vector(Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat));
        String vector =
                "[cos(radians(%1$s)) * cos(radians(%2$s)), cos(radians(%1$s)) * sin(radians(%2$s)), sin(radians(%1$s))]"
                        .formatted(dec, ra);
        return "list_transform([%s], lambda %s: %s > 0 AND (%s) %% 2 = 1)[1]"
                .formatted(vector, POINT, dot(centre), crossed);
    }

    private static String dot(SkyPolygon.Vector v) {
        return "(%1$s[1] * %2$s + %1$s[2] * %3$s + %1$s[3] * %4$s)"
                .formatted(POINT, Sql.real(v.x()), Sql.real(v.y()), Sql.real(v.z()));
    }
}
