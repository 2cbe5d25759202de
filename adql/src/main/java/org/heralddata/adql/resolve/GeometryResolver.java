package org.heralddata.adql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.function.AdqlFunction;
import org.heralddata.adql.resolve.Problems.Typed;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.schema.ValueType.Kind;
import org.heralddata.adql.tree.Expression;
import org.heralddata.adql.tree.Frame;
import org.heralddata.adql.tree.Span;
import org.heralddata.adql.typed.Predicate;
import org.heralddata.adql.typed.Value;

/** Resolves the functions of ADQL 2.1, section 4.2. Every position is taken for ICRS. */
final class GeometryResolver {
    static final Meta POINT_META = new Meta("deg", "pos.eq", null, "point", null);
    private static final Meta CIRCLE_META = new Meta("deg", null, null, "circle", null);
    private static final Meta POLYGON_META = new Meta("deg", null, null, "polygon", null);

    private static final int MOST_VERTICES = 200;

    /** Edges of one polygon times edges of another. */
    private static final int MOST_CROSSINGS = 400;

    private final ValueResolver values;
    private final Problems problems;

    GeometryResolver(ValueResolver values) {
        this.values = values;
        problems = values.problems;
    }

    /** Arguments of one call, without the name of a frame. */
    private record Arguments(AdqlFunction function, List<Value> values, List<Span> spans, Span span) {
        Value value(int i) {
            return values.get(i);
        }

        int size() {
            return values.size();
        }

        boolean isNumber(int i) {
            Kind kind = values.get(i).type().kind();
            return kind == Kind.NUMBER || kind == Kind.NULL;
        }

        boolean isPoint(int i) {
            Kind kind = values.get(i).type().kind();
            return kind == Kind.POINT || kind == Kind.NULL;
        }

        boolean isGeometry(int i) {
            ValueType type = values.get(i).type();
            return type.isGeometry() || type.kind() == Kind.NULL;
        }

        boolean areNumbers(int from) {
            for (int i = from; i < size(); i++) {
                if (!isNumber(i)) {
                    return false;
                }
            }
            return true;
        }

        boolean arePoints() {
            for (int i = 0; i < size(); i++) {
                if (!isPoint(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    Typed call(AdqlFunction function, Expression.Call call) {
        Arguments of = arguments(function, call);
        return switch (function) {
            case POINT -> of.size() == 2 && of.areNumbers(0) ? new Typed(point(of, 0), POINT_META) : wrong(of);
            case CIRCLE -> circle(of);
            case BOX -> box(of);
            case POLYGON -> polygon(of);
            case REGION -> region(of);
            case CONTAINS -> contains(of);
            case INTERSECTS -> intersects(of);
            case DISTANCE -> distance(of);
            case AREA ->
                of.size() == 1 && of.isGeometry(0)
                        ? new Typed(
                                areWritten(of)
                                        ? new Value.Call(function, of.values(), ValueType.DOUBLE)
                                        : new Value.Null(),
                                new Meta("deg**2", "phys.angArea", null, null, null))
                        : wrong(of);
            case CENTROID -> centroid(of);
            case COORD1, COORD2 -> coordinate(of);
            case COORDSYS ->
                of.size() == 1 && of.isGeometry(0) ? ValueResolver.plain(new Value.Text(Frames.OURS)) : wrong(of);
            default -> throw new IllegalStateException("no geometry: " + function);
        };
    }

    private Arguments arguments(AdqlFunction function, Expression.Call call) {
        List<Expression> written = call.arguments();
        boolean maker = switch (function) {
            case POINT, CIRCLE, BOX, POLYGON -> true;
            default -> false;
        };
        int first = maker && Frame.isFrame(written) ? 1 : 0;
        if (first == 1 && written.getFirst() instanceof Expression.TextLiteral(var frame, var span)) {
            Frames.check(frame, span, problems);
        }
        var given = new ArrayList<Value>();
        var spans = new ArrayList<Span>();
        for (Expression expression : written.subList(first, written.size())) {
            Value value = values.value(expression);
            if (maker && value instanceof Value.Text) {
                value = values.number(ValueResolver.plain(value), expression.span())
                        .value();
            }
            given.add(value);
            spans.add(expression.span());
        }
        return new Arguments(function, given, spans, call.span());
    }

    private Typed wrong(Arguments of) {
        return problems.unknown(
                of.span(),
                AdqlCode.WRONG_ARGUMENTS,
                "`%s` does not take these arguments".formatted(of.function().written()),
                FunctionResolver.forms(of.function()));
    }

    private Value point(Arguments of, int first) {
        Value lat = of.value(first + 1);
        if (lat instanceof Value.Numeral(var degrees, var _) && Math.abs(degrees.doubleValue()) > 90) {
            problems.add(
                    of.spans().get(first + 1),
                    AdqlCode.BAD_LITERAL,
                    "a latitude is from -90 to 90 degrees",
                    "longitude stands first, latitude second");
        }
        return new Value.Point(of.value(first), lat);
    }

    private Typed circle(Arguments of) {
        boolean byPoint = of.size() == 2 && of.isPoint(0) && of.isNumber(1);
        if (!byPoint && !(of.size() == 3 && of.areNumbers(0))) {
            return wrong(of);
        }
        Value centre = byPoint ? of.value(0) : point(of, 0);
        Value radius = of.value(of.size() - 1);
        if (radius instanceof Value.Numeral(var degrees, var _)
                && (degrees.signum() < 0 || degrees.doubleValue() > 180)) {
            problems.add(of.spans().getLast(), AdqlCode.BAD_LITERAL, "a radius is from 0 to 180 degrees", null);
        }
        return new Typed(new Value.Circle(centre, radius), CIRCLE_META);
    }

    private Typed box(Arguments of) {
        boolean byPoint = of.size() == 3 && of.isPoint(0) && of.areNumbers(1);
        if (!byPoint && !(of.size() == 4 && of.areNumbers(0))) {
            return wrong(of);
        }
        Value centre = byPoint ? of.value(0) : point(of, 0);
        return new Typed(Boxes.polygon(centre, of.value(of.size() - 2), of.value(of.size() - 1)), POLYGON_META);
    }

    private Typed polygon(Arguments of) {
        if (of.size() > 2 * MOST_VERTICES || (of.arePoints() && of.size() > MOST_VERTICES)) {
            return problems.unknown(
                    of.span(), AdqlCode.TOO_LARGE, "a polygon has at most %d vertices".formatted(MOST_VERTICES), null);
        }
        if (of.size() >= 6 && of.size() % 2 == 0 && of.areNumbers(0)) {
            var vertices = new ArrayList<Value>();
            for (int i = 0; i < of.size(); i += 2) {
                vertices.add(point(of, i));
            }
            return new Typed(new Value.Polygon(vertices), POLYGON_META);
        }
        return of.size() >= 3 && of.arePoints() ? new Typed(new Value.Polygon(of.values()), POLYGON_META) : wrong(of);
    }

    private Typed region(Arguments of) {
        if (of.size() != 1 || !(of.value(0) instanceof Value.Text(var text))) {
            return wrong(of);
        }
        Value shape = Regions.read(text, of.spans().getFirst(), problems);
        return new Typed(
                shape,
                switch (shape.type().kind()) {
                    case POINT -> POINT_META;
                    case CIRCLE -> CIRCLE_META;
                    case POLYGON -> POLYGON_META;
                    default -> Meta.NONE;
                });
    }

    private Typed contains(Arguments of) {
        if (of.size() != 2 || !of.isGeometry(0) || !of.isGeometry(1)) {
            return wrong(of);
        }
        if (!areWritten(of)) {
            return Typed.UNKNOWN;
        }
        Value inner = of.value(0);
        Value outer = of.value(1);
        if (outer.type().kind() == Kind.POINT && inner.type().kind() != Kind.POINT) {
            return problems.unknown(
                    of.span(),
                    AdqlCode.WRONG_ARGUMENTS,
                    "a point contains no %s".formatted(inner.type().kind() == Kind.CIRCLE ? "circle" : "polygon"),
                    "CONTAINS(point, shape): the point stands first");
        }
        return ValueResolver.plain(new Value.Indicator(containing(inner, outer)));
    }

    /** NULL among them makes all NULL; polygons are looked into where they are written out, and not too long. */
    private boolean areWritten(Arguments of) {
        int edges = 1;
        for (int i = 0; i < of.size(); i++) {
            Value value = of.value(i);
            if (value.type().kind() == Kind.NULL) {
                return false;
            }
            if (value instanceof Value.Polygon(var vertices)) {
                edges *= vertices.size();
            } else if (value.type().kind() == Kind.POLYGON) {
                problems.add(
                        of.spans().get(i),
                        AdqlCode.NOT_SUPPORTED,
                        "a polygon can only be looked into where it is written out",
                        "write POLYGON(…) or BOX(…) in the place of the column");
                return false;
            }
        }
        if (edges > MOST_CROSSINGS) {
            problems.add(of.span(), AdqlCode.TOO_LARGE, "the two polygons have too many vertices", null);
        }
        return true;
    }

    private static Predicate containing(Value inner, Value outer) {
        boolean point = inner.type().kind() == Kind.POINT;
        if (!point) {
            return new Predicate.Covers(outer, inner);
        }
        return switch (outer.type().kind()) {
            case POINT -> new Predicate.Within(inner, outer, Numbers.of(0), true);
            case CIRCLE -> new Predicate.Within(inner, Parts.centre(outer), Parts.radius(outer), true);
            default -> new Predicate.InPolygon(inner, outer);
        };
    }

    private Typed intersects(Arguments of) {
        if (of.size() != 2 || !of.isGeometry(0) || !of.isGeometry(1)) {
            return wrong(of);
        }
        if (!areWritten(of)) {
            return Typed.UNKNOWN;
        }
        Value first = of.value(0);
        Value second = of.value(1);
        Predicate predicate = first.type().kind() == Kind.POINT
                ? containing(first, second)
                : second.type().kind() == Kind.POINT
                        ? containing(second, first)
                        : new Predicate.Overlaps(first, second);
        return ValueResolver.plain(new Value.Indicator(predicate));
    }

    private Typed distance(Arguments of) {
        Meta meta = new Meta("deg", "pos.angDistance", null, null, null);
        if (of.size() == 2 && of.arePoints()) {
            return new Typed(new Value.Separation(of.value(0), of.value(1)), meta);
        }
        return of.size() == 4 && of.areNumbers(0)
                ? new Typed(new Value.Separation(point(of, 0), point(of, 2)), meta)
                : wrong(of);
    }

    private Typed centroid(Arguments of) {
        if (of.size() != 1 || !of.isGeometry(0)) {
            return wrong(of);
        }
        if (!areWritten(of)) {
            return Typed.UNKNOWN;
        }
        Value shape = of.value(0);
        Value centre = switch (shape.type().kind()) {
            case POINT -> shape;
            case CIRCLE -> Parts.centre(shape);
            default -> new Value.Call(AdqlFunction.CENTROID, List.of(shape), ValueType.POINT);
        };
        return new Typed(centre, POINT_META);
    }

    private Typed coordinate(Arguments of) {
        if (of.size() != 1 || !of.isPoint(0)) {
            return wrong(of);
        }
        boolean first = of.function() == AdqlFunction.COORD1;
        Value coordinate = of.value(0) instanceof Value.Point(var lon, var lat)
                ? (first ? lon : lat)
                : new Value.Call(of.function(), of.values(), ValueType.DOUBLE);
        return new Typed(coordinate, new Meta("deg", first ? "pos.eq.ra" : "pos.eq.dec", null, null, null));
    }

    /** {@code ivo_transform('GALACTIC', 'ICRS', shape)}: its points, one by one. */
    Typed transform(Expression.Call call, List<Typed> arguments) {
        Value from = arguments.get(0).value();
        Value to = arguments.get(1).value();
        if (!(from instanceof Value.Text(var source)) || !(to instanceof Value.Text(var target))) {
            return problems.unknown(call.span(), AdqlCode.WRONG_TYPE, "the names of frames are literals", Frames.LIST);
        }
        boolean known = Frames.isKnown(source, call.arguments().get(0).span(), problems);
        if (!Frames.isKnown(target, call.arguments().get(1).span(), problems) || !known) {
            return Typed.UNKNOWN;
        }
        Value shape = arguments.get(2).value();
        Meta meta = arguments.get(2).meta();
        return switch (shape) {
            case Value.Circle(var centre, var radius) ->
                new Typed(new Value.Circle(turned(from, to, centre), radius), meta);
            case Value.Polygon(var vertices) ->
                new Typed(
                        new Value.Polygon(
                                vertices.stream().map(v -> turned(from, to, v)).toList()),
                        meta);
            default ->
                shape.type().kind() == Kind.POINT || shape.type().kind() == Kind.NULL
                        ? new Typed(turned(from, to, shape), POINT_META)
                        : problems.unknown(
                                call.arguments().get(2).span(),
                                AdqlCode.NOT_SUPPORTED,
                                "only points, CIRCLE(…) and POLYGON(…) are transformed",
                                null);
        };
    }

    private static Value turned(Value from, Value to, Value point) {
        return new Value.Call(AdqlFunction.IVO_TRANSFORM, List.of(from, to, point), ValueType.POINT);
    }
}
