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
import org.heralddata.adql.typed.SkyFrame;
import org.heralddata.adql.typed.Value;

/** Resolves the functions of ADQL 2.1, section 4.2. Every position is taken for ICRS. */
final class GeometryResolver {
    static final Meta POINT_META = new Meta("deg", "pos.eq", null, "point", null);
    private static final Meta CIRCLE_META = new Meta("deg", null, null, "circle", null);
    private static final Meta POLYGON_META = new Meta("deg", null, null, "polygon", null);

    private static final int MOST_VERTICES = 200;

    /** Square degrees: 4 π (180/π)². */
    private static final double WHOLE_SKY = 129_600 / Math.PI;

    private final ValueResolver values;
    private final Problems problems;
    private final ShapeRelations relations;

    GeometryResolver(ValueResolver values) {
        this.values = values;
        problems = values.problems;
        relations = new ShapeRelations(problems);
    }

    Typed call(AdqlFunction function, Expression.Call call) {
        ShapeArguments of = arguments(function, call);
        return switch (function) {
            case POINT ->
                of.size() == 2 && of.areNumbers(0) ? new Typed(placed(of, point(of, 0)), POINT_META) : wrong(of);
            case CIRCLE -> circle(of);
            case BOX -> box(of);
            case POLYGON -> polygon(of);
            case REGION -> region(of);
            case CONTAINS, INTERSECTS -> relations.of(of);
            case DISTANCE -> distance(of);
            case AREA -> area(of);
            case CENTROID -> centroid(of);
            case COORD1, COORD2 -> coordinate(of);
            case COORDSYS ->
                of.size() == 1 && of.isGeometry(0) ? ValueResolver.plain(new Value.Text(Frames.OURS)) : wrong(of);
            default -> throw new IllegalStateException("no geometry: " + function);
        };
    }

    private ShapeArguments arguments(AdqlFunction function, Expression.Call call) {
        List<Expression> written = call.arguments();
        boolean maker = switch (function) {
            case POINT, CIRCLE, BOX, POLYGON -> true;
            default -> false;
        };
        int first = maker && Frame.isFrame(written) ? 1 : 0;
        SkyFrame frame = first == 1 && written.getFirst() instanceof Expression.TextLiteral(var name, var span)
                ? Frames.of(name, span, problems)
                : SkyFrame.ICRS;
        var given = new ArrayList<Value>();
        var spans = new ArrayList<Span>();
        for (Expression expression : written.subList(first, written.size())) {
            Typed typed = values.typed(expression);
            Value value = isStoredRegion(typed) ? storedCircle(typed.value()) : typed.value();
            if (maker && value instanceof Value.Text) {
                value = values.number(ValueResolver.plain(value), expression.span())
                        .value();
            }
            given.add(value);
            spans.add(expression.span());
        }
        return new ShapeArguments(function, frame, given, spans, call.span());
    }

    /** A string that a table says to be a region, as {@code s_region} of ObsCore. */
    private static boolean isStoredRegion(Typed typed) {
        return typed.value().type().kind() == Kind.TEXT
                && !(typed.value() instanceof Value.Text)
                && "adql:REGION".equals(typed.meta().xtype());
    }

    private static Value storedCircle(Value text) {
        return new Value.Call(AdqlFunction.REGION, List.of(text), ValueType.CIRCLE);
    }

    private Typed wrong(ShapeArguments of) {
        return of.wrong(problems);
    }

    private Value point(ShapeArguments of, int first) {
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

    /** What was written with numbers of some frame, in ours. Points have been brought there by themselves. */
    private static Value placed(ShapeArguments of, Value shape) {
        Value ours = Frames.shape(of.frame(), SkyFrame.ICRS, shape);
        return ours == null ? shape : ours;
    }

    private Typed circle(ShapeArguments of) {
        boolean byPoint = of.size() == 2 && of.isPoint(0) && of.isNumber(1);
        if (!byPoint && !(of.size() == 3 && of.areNumbers(0))) {
            return wrong(of);
        }
        Value centre = byPoint ? of.value(0) : placed(of, point(of, 0));
        Value radius = of.value(of.size() - 1);
        if (radius instanceof Value.Numeral(var degrees, var _)
                && (degrees.signum() < 0 || degrees.doubleValue() > 180)) {
            problems.add(of.spans().getLast(), AdqlCode.BAD_LITERAL, "a radius is from 0 to 180 degrees", null);
        }
        return new Typed(new Value.Circle(centre, radius), CIRCLE_META);
    }

    private Typed box(ShapeArguments of) {
        boolean byPoint = of.size() == 3 && of.isPoint(0) && of.areNumbers(1);
        if (!byPoint && !(of.size() == 4 && of.areNumbers(0))) {
            return wrong(of);
        }
        Value centre = byPoint ? of.value(0) : point(of, 0);
        Value box = Boxes.polygon(centre, of.value(of.size() - 2), of.value(of.size() - 1));
        return new Typed(byPoint ? box : placed(of, box), POLYGON_META);
    }

    private Typed polygon(ShapeArguments of) {
        if (of.size() > 2 * MOST_VERTICES || (of.arePoints() && of.size() > MOST_VERTICES)) {
            return problems.unknown(
                    of.span(), AdqlCode.TOO_LARGE, "a polygon has at most %d vertices".formatted(MOST_VERTICES), null);
        }
        if (of.size() >= 6 && of.size() % 2 == 0 && of.areNumbers(0)) {
            var vertices = new ArrayList<Value>();
            for (int i = 0; i < of.size(); i += 2) {
                vertices.add(point(of, i));
            }
            return new Typed(placed(of, new Value.Polygon(vertices)), POLYGON_META);
        }
        return of.size() >= 3 && of.arePoints() ? new Typed(new Value.Polygon(of.values()), POLYGON_META) : wrong(of);
    }

    private Typed region(ShapeArguments of) {
        if (of.size() == 1 && of.value(0).type().kind() == Kind.CIRCLE) {
            return new Typed(of.value(0), CIRCLE_META); // of a column
        }
        if (of.size() == 1 && of.value(0).type().kind() == Kind.TEXT && !(of.value(0) instanceof Value.Text)) {
            return new Typed(storedCircle(of.value(0)), CIRCLE_META);
        }
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

    private Typed distance(ShapeArguments of) {
        Meta meta = new Meta("deg", "pos.angDistance", null, null, null);
        if (of.size() == 2 && of.arePoints()) {
            return new Typed(new Value.Separation(of.value(0), of.value(1)), meta);
        }
        return of.size() == 4 && of.areNumbers(0)
                ? new Typed(new Value.Separation(point(of, 0), point(of, 2)), meta)
                : wrong(of);
    }

    private Typed area(ShapeArguments of) {
        if (of.size() != 1 || !of.isShape(0)) {
            return wrong(of);
        }
        Value value = switch (of.value(0)) {
            case Value.Cells(var moc) -> Numbers.of(moc.fraction() * WHOLE_SKY);
            case Value shape
            when relations.areWritten(of) -> new Value.Call(AdqlFunction.AREA, List.of(shape), ValueType.DOUBLE);
            default -> new Value.Null();
        };
        return new Typed(value, new Meta("deg**2", "phys.angArea", null, null, null));
    }

    private Typed centroid(ShapeArguments of) {
        if (of.size() != 1 || !of.isGeometry(0)) {
            return wrong(of);
        }
        if (!relations.areWritten(of)) {
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

    private Typed coordinate(ShapeArguments of) {
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
        if (!(arguments.get(0).value() instanceof Value.Text(var source))
                || !(arguments.get(1).value() instanceof Value.Text(var target))) {
            return problems.unknown(call.span(), AdqlCode.WRONG_TYPE, "the names of frames are literals", Frames.LIST);
        }
        SkyFrame from = Frames.named(source, call.arguments().get(0).span(), problems);
        SkyFrame to = Frames.named(target, call.arguments().get(1).span(), problems);
        if (from == null || to == null) {
            return Typed.UNKNOWN;
        }
        Value shape = Frames.shape(from, to, arguments.get(2).value());
        return shape == null
                ? problems.unknown(
                        call.arguments().get(2).span(),
                        AdqlCode.NOT_SUPPORTED,
                        "only points, CIRCLE(…) and POLYGON(…) are transformed",
                        null)
                : new Typed(shape, arguments.get(2).meta());
    }
}
