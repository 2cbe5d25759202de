package org.heralddata.adql.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.function.AdqlFunction;
import org.heralddata.adql.resolve.Problems.Typed;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.tree.Expression;
import org.heralddata.adql.tree.Span;
import org.heralddata.adql.typed.Value;
import org.heralddata.model.coverage.MocSyntaxException;
import org.heralddata.model.coverage.MocText;
import org.heralddata.model.coverage.SpaceMoc;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.sky.SkyPosition;

/** Maps of the sky in cells (MOC 2.0), worked out while a query is read: all of them are constants. */
final class Mocs {
    /** Finer cells of a region are more than a query can hold. */
    private static final int FINEST = 14;

    /** Ranges that a position is sought among. */
    private static final int MOST_RANGES = 5_000;

    private static final Meta MOC_META = new Meta(null, null, null, "moc", null);

    private final Problems problems;

    Mocs(Problems problems) {
        this.problems = problems;
    }

    Typed call(AdqlFunction function, Expression.Call call, List<Typed> arguments) {
        Optional<SpaceMoc> moc = function == AdqlFunction.MOC && arguments.size() == 2
                ? cover(call, arguments)
                : combined(function, call, arguments);
        if (moc.isEmpty()) {
            return Typed.UNKNOWN;
        }
        int ranges = moc.get().cells().count();
        if (ranges > MOST_RANGES) {
            return problems.unknown(
                    call.span(),
                    AdqlCode.TOO_LARGE,
                    "the MOC has %d ranges of cells, at most %d are sought among".formatted(ranges, MOST_RANGES),
                    "use one of a lower order");
        }
        return new Typed(new Value.Cells(moc.get()), MOC_META);
    }

    private Optional<SpaceMoc> combined(AdqlFunction function, Expression.Call call, List<Typed> arguments) {
        var mocs = new ArrayList<SpaceMoc>();
        for (int i = 0; i < arguments.size(); i++) {
            moc(arguments.get(i).value(), call.arguments().get(i).span()).ifPresent(mocs::add);
        }
        if (mocs.size() < arguments.size()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (function) {
                    case GAVO_MOCUNION -> mocs.get(0).union(mocs.get(1));
                    case GAVO_MOCINTERSECT -> mocs.get(0).intersection(mocs.get(1));
                    default -> mocs.getFirst();
                });
    }

    /** A MOC, or what its text says; empty, and told, if it is no constant. */
    private Optional<SpaceMoc> moc(Value value, Span span) {
        return switch (value) {
            case Value.Cells(var moc) -> Optional.of(moc);
            case Value.Text(var text) -> {
                try {
                    yield Optional.of(MocText.readSpace(text));
                } catch (MocSyntaxException e) {
                    problems.add(
                            span,
                            AdqlCode.BAD_LITERAL,
                            "this is no MOC: %s".formatted(e.getMessage()),
                            "order/cells, such as '3/1-3 4/7'");
                    yield Optional.empty();
                }
            }
            default -> {
                problems.add(span, AdqlCode.NOT_SUPPORTED, "a MOC must be a constant", "MOC('3/1-3 4/7')");
                yield Optional.empty();
            }
        };
    }

    private Optional<SpaceMoc> cover(Expression.Call call, List<Typed> arguments) {
        boolean fits = arguments.getFirst().value() instanceof Value.Numeral(var order, var _)
                && order.signum() >= 0
                && order.intValue() <= FINEST;
        if (!fits || !(arguments.getFirst().value() instanceof Value.Numeral(var order, var _))) {
            problems.add(
                    call.arguments().getFirst().span(),
                    AdqlCode.BAD_LITERAL,
                    "the order of a region's cells is a literal from 0 to %d".formatted(FINEST),
                    null);
            return Optional.empty();
        }
        Optional<SpaceMoc> moc = cover(order.intValue(), arguments.get(1).value());
        if (moc.isEmpty()) {
            problems.add(
                    call.arguments().get(1).span(),
                    AdqlCode.NOT_SUPPORTED,
                    "a region in cells must be a constant, and a polygon less than half the sky",
                    null);
        }
        return moc;
    }

    /** The cells that a shape touches; empty if it is no constant. */
    static Optional<SpaceMoc> cover(int order, Value shape) {
        try {
            return switch (shape) {
                case Value.Cells(var moc) -> Optional.of(moc);
                case Value.Point point ->
                    position(point).map(p -> SpaceMoc.ofCells(order, Healpix.index(order, p.raDeg(), p.decDeg())));
                case Value.Circle(var centre, var radius) -> {
                    OptionalDouble degrees = Numbers.constant(radius);
                    yield degrees.isEmpty()
                            ? Optional.empty()
                            : position(centre).map(c -> SpaceMoc.cone(order, c, degrees.getAsDouble()));
                }
                case Value.Polygon(var vertices) -> {
                    List<SkyPosition> corners =
                            vertices.stream().flatMap(v -> position(v).stream()).toList();
                    yield corners.size() < vertices.size()
                            ? Optional.empty()
                            : Optional.of(SpaceMoc.polygon(order, corners));
                }
                case Value.Compound(var how, var parts, var _) -> compound(order, how, parts);
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException tooLarge) {
            return Optional.empty();
        }
    }

    private static Optional<SpaceMoc> compound(int order, Value.Combination how, List<Value> parts) {
        if (how == Value.Combination.COMPLEMENT) {
            return Optional.empty(); // which cells lie wholly within is not known
        }
        SpaceMoc all = null;
        for (Value part : parts) {
            Optional<SpaceMoc> one = cover(order, part);
            if (one.isEmpty()) {
                return one;
            }
            boolean union = how == Value.Combination.UNION;
            all = all == null ? one.get() : union ? all.union(one.get()) : all.intersection(one.get());
        }
        return Optional.ofNullable(all);
    }

    private static Optional<SkyPosition> position(Value point) {
        if (point instanceof Value.Point(var lon, var lat)) {
            OptionalDouble ra = Numbers.constant(lon);
            OptionalDouble dec = Numbers.constant(lat);
            if (ra.isPresent() && dec.isPresent() && Math.abs(dec.getAsDouble()) <= 90) {
                return Optional.of(SkyPosition.of(ra.getAsDouble(), dec.getAsDouble()));
            }
        }
        return Optional.empty();
    }
}
