package org.heralddata.adql.print;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.heralddata.adql.function.AdqlFunction;
import org.heralddata.adql.schema.ValueType.Kind;
import org.heralddata.adql.typed.Predicate;
import org.heralddata.adql.typed.Relation;
import org.heralddata.adql.typed.Value;
import org.heralddata.model.coverage.SpaceMoc;

/**
 * Prints geometry on the sphere: exact formulas over doubles, and before them the ranges of cells that spare an engine most rows.
 * Both together select what the formulas alone would.
 */
final class SkyPrinter {
    /** What is longer is not written twice. */
    private static final int LONG = 80;

    private final Printing printing;
    private final Dialect dialect;
    private final Cells cells;
    private final PolygonPrinter polygons;

    SkyPrinter(Printing printing) {
        this.printing = printing;
        dialect = printing.dialect;
        cells = new Cells(printing);
        polygons = new PolygonPrinter(printing, this);
    }

    String lon(Value point) {
        return coordinate(point, 1);
    }

    String lat(Value point) {
        return coordinate(point, 2);
    }

    private String coordinate(Value point, int index) {
        return switch (point) {
            case Value.Point(var lon, var lat) -> printing.values.number(index == 1 ? lon : lat);
            case Value.Null() -> "NULL";
            default -> dialect.element(printing.values.print(point), index);
        };
    }

    static OptionalDouble constant(Value value) {
        return value instanceof Value.Numeral(var number, var _)
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** The square of the sine of half the angle: exact where angles are small. */
    private static String haversine(List<String> at) {
        return "pow(sin(radians(%2$s - %4$s) / 2), 2) + cos(radians(%2$s)) * cos(radians(%4$s)) * pow(sin(radians(%1$s - %3$s) / 2), 2)"
                .formatted(at.get(0), at.get(1), at.get(2), at.get(3));
    }

    /** A formula of expressions that it names more than once: they are written out if short, else bound to names. */
    String with(List<String> values, Function<List<String>, String> formula) {
        return values.stream().allMatch(v -> v.length() <= LONG)
                ? formula.apply(values)
                : dialect.let(printing.fresh("v", values.size()), values, formula);
    }

    String separation(Value from, Value to) {
        return with(List.of(lon(from), lat(from), lon(to), lat(to)), SkyPrinter::vincenty);
    }

    /** As model.sky.SkyPosition: full precision for any angle. */
    private static String vincenty(List<String> at) {
        String turn = "radians(" + at.get(2) + " - " + at.get(0) + ")";
        String a = "radians(" + at.get(1) + ")";
        String b = "radians(" + at.get(3) + ")";
        return "degrees(atan2(sqrt(pow(cos(%3$s) * sin(%1$s), 2) + pow(cos(%2$s) * sin(%3$s) - sin(%2$s) * cos(%3$s) * cos(%1$s), 2)), sin(%2$s) * sin(%3$s) + cos(%2$s) * cos(%3$s) * cos(%1$s)))"
                .formatted(turn, a, b);
    }

    String within(Predicate.Within within) {
        List<String> at = List.of(lon(within.point()), lat(within.point()), lon(within.centre()), lat(within.centre()));
        String sign = within.inclusive() ? " <= " : " < ";
        OptionalDouble radius = constant(within.radius());
        if (radius.isEmpty()) {
            List<String> all = new ArrayList<>(at);
            all.add(printing.values.number(within.radius()));
            return with(
                    all,
                    v -> "(" + v.get(4) + " >= 0 AND " + haversine(v) + sign + "pow(sin(radians(least(" + v.get(4)
                            + ", 180)) / 2), 2) * " + dialect.real(1 + 1e-14) + ")");
        }
        double degrees = radius.getAsDouble();
        if (degrees < 0) {
            return "(" + at.get(0) + " IS NULL AND NULL)";
        }
        double half = Math.sin(Math.toRadians(Math.min(degrees, 180)) / 2);
        // at the radius itself, whatever rounding did
        double limit = within.inclusive() ? half * half * (1 + 1e-14) + Double.MIN_NORMAL : half * half;
        String exact = with(at, v -> "(" + haversine(v) + sign + dialect.real(limit) + ")");
        String near = cells.cone(within.point(), within.centre(), degrees);
        return near.isEmpty() ? exact : "(" + near + " AND " + exact + ")";
    }

    String inPolygon(Value point, Value polygon) {
        return cells.polygon(point, polygon, polygons.contains(point, vertices(polygon)));
    }

    String inCells(Value point, SpaceMoc moc) {
        return new MocPrinter(printing).contains(point, moc);
    }

    private static List<Value> vertices(Value polygon) {
        if (polygon instanceof Value.Polygon(var vertices)) {
            return vertices;
        }
        throw new IllegalStateException("not written out: " + polygon.type().kind());
    }

    String covers(Value outer, Value inner) {
        if (outer.type().kind() == Kind.CIRCLE) {
            return inner.type().kind() == Kind.CIRCLE
                    ? "(" + separation(centre(outer), centre(inner)) + " + " + radius(inner) + " <= " + radius(outer)
                            + ")"
                    : all(vertices(inner), outer);
        }
        List<Value> border = vertices(outer);
        if (inner.type().kind() == Kind.CIRCLE) {
            return "(" + polygons.contains(centre(inner), border) + " AND " + polygons.toBorder(centre(inner), border)
                    + " >= " + radius(inner) + ")";
        }
        return polygons.covers(border, vertices(inner));
    }

    /** A circle of at most 90 degrees holds what its corners enclose. */
    private String all(List<Value> points, Value circle) {
        var parts = new ArrayList<String>();
        for (Value point : points) {
            parts.add(within(new Predicate.Within(point, centre(circle), radiusValue(circle), true)));
        }
        return "(" + String.join(" AND ", parts) + ")";
    }

    String overlaps(Value first, Value second) {
        boolean a = first.type().kind() == Kind.CIRCLE;
        boolean b = second.type().kind() == Kind.CIRCLE;
        if (a && b) {
            OptionalDouble one = constant(radiusValue(first));
            OptionalDouble two = constant(radiusValue(second));
            if (one.isPresent() && two.isPresent()) {
                Value sum = new Value.Numeral(
                        java.math.BigDecimal.valueOf(one.getAsDouble() + two.getAsDouble()),
                        org.heralddata.adql.schema.ValueType.DOUBLE);
                return within(new Predicate.Within(centre(first), centre(second), sum, true));
            }
            return "(" + separation(centre(first), centre(second)) + " <= " + radius(first) + " + " + radius(second)
                    + ")";
        }
        if (a || b) {
            Value circle = a ? first : second;
            List<Value> border = vertices(a ? second : first);
            return "(" + polygons.contains(centre(circle), border) + " OR " + polygons.toBorder(centre(circle), border)
                    + " <= " + radius(circle) + ")";
        }
        return polygons.overlaps(vertices(first), vertices(second));
    }

    private static Value centre(Value circle) {
        return circle instanceof Value.Circle(var centre, var _)
                ? centre
                : new Value.Call(AdqlFunction.CENTROID, List.of(circle), org.heralddata.adql.schema.ValueType.POINT);
    }

    private static Value radiusValue(Value circle) {
        return circle instanceof Value.Circle(var _, var radius)
                ? radius
                : new Value.Call(AdqlFunction.CIRCLE, List.of(circle), org.heralddata.adql.schema.ValueType.DOUBLE);
    }

    private String radius(Value circle) {
        return printing.values.number(radiusValue(circle));
    }

    String function(Value.Call call) {
        Value shape = call.arguments().getLast();
        return switch (call.function()) {
            case COORD1 -> lon(shape);
            case COORD2 -> lat(shape);
            case CIRCLE -> dialect.element(printing.values.print(shape), 3);
            case CENTROID -> centroid(shape);
            case AREA -> area(shape);
            default -> Turning.print(call, this, printing);
        };
    }

    private String centroid(Value shape) {
        if (shape.type().kind() == Kind.CIRCLE) {
            return dialect.list(List.of(
                    dialect.element(printing.values.print(shape), 1),
                    dialect.element(printing.values.print(shape), 2)));
        }
        return polygons.centroid(vertices(shape));
    }

    /** Of a circle {@code 2 π (1 − cos r)}, of a polygon the excess of its angles. */
    private String area(Value shape) {
        return switch (shape.type().kind()) {
            case CIRCLE -> "(4 * pi() * pow(sin(radians(" + radius(shape) + ") / 2), 2) * pow(180 / pi(), 2))";
            case POLYGON -> polygons.area(vertices(shape));
            default -> dialect.real(0);
        };
    }

    // Joins by position

    void plan(org.heralddata.adql.typed.Query.Select select) {
        cells.plan(select);
    }

    String expanded(String alias, String relation) {
        return cells.expanded(alias, relation);
    }

    String cellsOf(Relation.Joined joined) {
        return cells.of(joined);
    }
}
