package org.heralddata.adql.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.heralddata.adql.function.AdqlFunction;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.typed.Value;

/**
 * Boxes as polygons (ADQL 2.1, section 4.2.6): in the plane that touches the sphere at the centre great circles are straight
 * lines, and the corners are at {@code (±tan(width/2), ±tan(height/2))}.
 */
final class Boxes {

    private Boxes() {}

    static Value polygon(Value centre, Value width, Value height) {
        Value lon = centre instanceof Value.Point(var l, var _) ? l : part(AdqlFunction.COORD1, centre);
        Value lat = centre instanceof Value.Point(var _, var b) ? b : part(AdqlFunction.COORD2, centre);
        OptionalDouble ra = Numbers.constant(lon);
        OptionalDouble dec = Numbers.constant(lat);
        OptionalDouble w = Numbers.constant(width);
        OptionalDouble h = Numbers.constant(height);
        var corners = new ArrayList<Value>();
        for (int[] sign : new int[][] {{1, -1}, {1, 1}, {-1, 1}, {-1, -1}}) {
            corners.add(
                    ra.isPresent() && dec.isPresent() && w.isPresent() && h.isPresent()
                            ? corner(
                                    ra.getAsDouble(),
                                    dec.getAsDouble(),
                                    sign[0] * Math.tan(Math.toRadians(w.getAsDouble() / 2)),
                                    sign[1] * Math.tan(Math.toRadians(h.getAsDouble() / 2)))
                            : corner(lon, lat, arm(width, sign[0]), arm(height, sign[1])));
        }
        return new Value.Polygon(corners);
    }

    private static Value part(AdqlFunction function, Value point) {
        return new Value.Call(function, List.of(point), ValueType.DOUBLE);
    }

    private static Value arm(Value size, int sign) {
        Value half = Numbers.call(AdqlFunction.RADIANS, Numbers.times(size, Numbers.of(sign * 0.5)));
        return Numbers.call(AdqlFunction.TAN, half);
    }

    /** Of the point {@code (x east, y north)} of the plane. */
    private static Value corner(double ra, double dec, double x, double y) {
        double sin = Math.sin(Math.toRadians(dec));
        double cos = Math.cos(Math.toRadians(dec));
        double away = cos - y * sin;
        double lon = ra + Math.toDegrees(Math.atan2(x, away));
        double lat = Math.toDegrees(Math.atan2(sin + y * cos, Math.hypot(away, x)));
        return new Value.Point(Numbers.of(lon - 360 * Math.floor(lon / 360)), Numbers.of(lat));
    }

    private static Value corner(Value ra, Value dec, Value x, Value y) {
        Value sin = Numbers.call(AdqlFunction.SIN, Numbers.call(AdqlFunction.RADIANS, dec));
        Value cos = Numbers.call(AdqlFunction.COS, Numbers.call(AdqlFunction.RADIANS, dec));
        Value away = Numbers.minus(cos, Numbers.times(y, sin));
        Value lon = Numbers.plus(ra, Numbers.call(AdqlFunction.DEGREES, Numbers.call(AdqlFunction.ATAN2, x, away)));
        Value horizontal =
                Numbers.call(AdqlFunction.SQRT, Numbers.plus(Numbers.times(away, away), Numbers.times(x, x)));
        Value lat = Numbers.call(
                AdqlFunction.DEGREES,
                Numbers.call(AdqlFunction.ATAN2, Numbers.plus(sin, Numbers.times(y, cos)), horizontal));
        return new Value.Point(lon, lat);
    }
}
