package org.heralddata.adql.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.heralddata.adql.typed.Value;

/**
 * Prints what polygons enclose: the side that lies around the mean direction of their vertices, which must be smaller than half
 * the sky. A point is inside if the directions from it to the vertices turn once around it.
 */
final class PolygonPrinter {
    private final Printing printing;
    private final SkyPrinter sky;
    private final Dialect dialect;

    PolygonPrinter(Printing printing, SkyPrinter sky) {
        this.printing = printing;
        this.sky = sky;
        dialect = printing.dialect;
    }

    /** A formula of a point and the vertices of a polygon, whose unit vectors are worked out once. */
    private String formula(List<Value> points, BiFunction<List<Vec>, Integer, String> body) {
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (Value point : points) {
            if (constant(point) == null) {
                Vec vec = Vec.of(sky.lon(point), sky.lat(point));
                values.addAll(List.of(vec.x(), vec.y(), vec.z()));
            }
        }
        names.addAll(printing.fresh("v", values.size()));
        if (names.isEmpty()) {
            return body.apply(vectors(points, List.of()), points.size());
        }
        return dialect.let(names, values, bound -> body.apply(vectors(points, bound), points.size()));
    }

    private List<Vec> vectors(List<Value> points, List<String> bound) {
        var vectors = new ArrayList<Vec>();
        int next = 0;
        for (Value point : points) {
            double[] constant = constant(point);
            if (constant != null) {
                vectors.add(Vec.of(constant, dialect::real));
            } else {
                vectors.add(new Vec(bound.get(next), bound.get(next + 1), bound.get(next + 2)));
                next += 3;
            }
        }
        return vectors;
    }

    static double @org.jspecify.annotations.Nullable [] constant(Value point) {
        return point instanceof Value.Point(var lon, var lat)
                        && lon instanceof Value.Numeral(var a, var _)
                        && lat instanceof Value.Numeral(var b, var _)
                ? Vec.numbers(a.doubleValue(), b.doubleValue())
                : null;
    }

    String contains(Value point, List<Value> vertices) {
        return formula(joined(point, vertices), (v, n) -> contains(v.getFirst(), v.subList(1, n)));
    }

    private static List<Value> joined(Value point, List<Value> vertices) {
        List<Value> points = new ArrayList<>();
        points.add(point);
        points.addAll(vertices);
        return points;
    }

    private static String contains(Vec at, List<Vec> border) {
        Vec middle = border.getFirst();
        for (Vec vertex : border.subList(1, border.size())) {
            middle = middle.plus(vertex);
        }
        var turns = new ArrayList<String>();
        for (int i = 0; i < border.size(); i++) {
            Vec a = border.get(i);
            Vec b = border.get((i + 1) % border.size());
            turns.add(
                    "atan2(" + at.dot(a.cross(b)) + ", " + a.dot(b) + " - (" + at.dot(a) + ") * (" + at.dot(b) + "))");
        }
        // half a turn is on the border
        return "(" + at.dot(middle) + " > 0 AND abs(" + String.join(" + ", turns) + ") > 3.14159)";
    }

    /** Degrees to the nearest point of the border. */
    String toBorder(Value point, List<Value> vertices) {
        return formula(joined(point, vertices), (v, n) -> {
            Vec at = v.getFirst();
            List<Vec> border = v.subList(1, n);
            var edges = new ArrayList<String>();
            for (int i = 0; i < border.size(); i++) {
                edges.add(toEdge(at, border.get(i), border.get((i + 1) % border.size())));
            }
            return "degrees(least(" + String.join(", ", edges) + "))";
        });
    }

    private static String toEdge(Vec at, Vec a, Vec b) {
        Vec normal = a.cross(b);
        String length = "sqrt(" + normal.dot(normal) + ")";
        return "CASE WHEN " + at.dot(normal.cross(a)) + " >= 0 AND " + at.dot(b.cross(normal))
                + " >= 0 THEN asin(least(abs(" + at.dot(normal) + ") / " + length + ", 1)) ELSE least(" + angle(at, a)
                + ", " + angle(at, b) + ") END";
    }

    private static String angle(Vec a, Vec b) {
        Vec across = a.cross(b);
        return "atan2(sqrt(" + across.dot(across) + "), " + a.dot(b) + ")";
    }

    private static List<Value> both(List<Value> first, List<Value> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    String overlaps(List<Value> first, List<Value> second) {
        return formula(both(first, second), (v, n) -> {
            List<Vec> a = v.subList(0, first.size());
            List<Vec> b = v.subList(first.size(), n);
            return "(" + contains(a.getFirst(), b) + " OR " + contains(b.getFirst(), a) + " OR " + crossed(a, b) + ")";
        });
    }

    String covers(List<Value> outer, List<Value> inner) {
        return formula(both(outer, inner), (v, n) -> {
            List<Vec> border = v.subList(0, outer.size());
            List<Vec> within = v.subList(outer.size(), n);
            var parts = new ArrayList<String>();
            within.forEach(vertex -> parts.add(contains(vertex, border)));
            return "(" + String.join(" AND ", parts) + " AND NOT " + crossed(border, within) + ")";
        });
    }

    /** Some edge of one crosses some edge of the other, ends not counted. */
    private static String crossed(List<Vec> first, List<Vec> second) {
        var crossings = new ArrayList<String>();
        for (int i = 0; i < first.size(); i++) {
            for (int j = 0; j < second.size(); j++) {
                crossings.add(crosses(
                        first.get(i),
                        first.get((i + 1) % first.size()),
                        second.get(j),
                        second.get((j + 1) % second.size())));
            }
        }
        return "(" + String.join(" OR ", crossings) + ")";
    }

    private static String crosses(Vec a, Vec b, Vec c, Vec d) {
        Vec ab = a.cross(b);
        Vec cd = c.cross(d);
        return "((" + c.dot(ab) + ") * (" + d.dot(ab) + ") < 0 AND (" + a.dot(cd) + ") * (" + b.dot(cd) + ") < 0 AND ("
                + a.dot(c) + ") > 0)";
    }

    String centroid(List<Value> vertices) {
        return formula(vertices, (v, n) -> {
            Vec middle = v.getFirst();
            for (Vec vertex : v.subList(1, n)) {
                middle = middle.plus(vertex);
            }
            return Turning.point(middle.x(), middle.y(), middle.z(), dialect);
        });
    }

    /** Triangles from the first vertex, each with its sign: van Oosterom and Strackee (1983), IEEE Trans. BME-30, 125. */
    String area(List<Value> vertices) {
        return formula(vertices, (v, n) -> {
            var parts = new ArrayList<String>();
            Vec a = v.getFirst();
            for (int i = 1; i + 1 < n; i++) {
                Vec b = v.get(i);
                Vec c = v.get(i + 1);
                parts.add("2 * atan2(" + a.dot(b.cross(c)) + ", 1 + " + a.dot(b) + " + " + b.dot(c) + " + " + c.dot(a)
                        + ")");
            }
            return "(abs(" + String.join(" + ", parts) + ") * pow(180 / pi(), 2))";
        });
    }
}
