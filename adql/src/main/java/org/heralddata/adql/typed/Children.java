package org.heralddata.adql.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What values and predicates are made of, one level down; queries within are left alone. */
public final class Children {

    private Children() {}

    public static List<Value> of(Value value) {
        return switch (value) {
            case Value.Column _, Value.Numeral _, Value.Text _, Value.Time _, Value.Truth _, Value.Null _ -> List.of();
            case Value.ScalarQuery _ -> List.of();
            case Value.Unary unary -> List.of(unary.operand());
            case Value.Binary binary -> List.of(binary.left(), binary.right());
            case Value.Call call -> call.arguments();
            case Value.Aggregate aggregate -> aggregate.argument() == null ? List.of() : List.of(aggregate.argument());
            case Value.Case choice -> {
                var parts = new ArrayList<Value>();
                for (Value.When when : choice.whens()) {
                    parts.addAll(of(when.condition()));
                    parts.add(when.value());
                }
                if (choice.otherwise() != null) {
                    parts.add(choice.otherwise());
                }
                yield parts;
            }
            case Value.Cast cast -> List.of(cast.value());
            case Value.Converted converted -> List.of(converted.value());
            case Value.Indicator indicator -> of(indicator.predicate());
            case Value.Point point -> List.of(point.lon(), point.lat());
            case Value.Circle circle -> List.of(circle.centre(), circle.radius());
            case Value.Polygon polygon -> polygon.vertices();
            case Value.Compound compound -> compound.parts();
            case Value.Cells _ -> List.of();
            case Value.Separation separation -> List.of(separation.from(), separation.to());
        };
    }

    /** The values that a predicate compares, at any depth of AND, OR and NOT. */
    public static List<Value> of(Predicate predicate) {
        return switch (predicate) {
            case Predicate.And(var parts) -> all(parts);
            case Predicate.Or(var parts) -> all(parts);
            case Predicate.Not(var inner) -> of(inner);
            case Predicate.Compare compare -> List.of(compare.left(), compare.right());
            case Predicate.Between between -> List.of(between.value(), between.low(), between.high());
            case Predicate.In in ->
                Stream.concat(Stream.of(in.value()), in.values().stream()).toList();
            case Predicate.InQuery in -> List.of(in.value());
            case Predicate.Like like -> List.of(like.value(), like.pattern());
            case Predicate.IsNull isNull -> List.of(isNull.value());
            case Predicate.Exists _ -> List.of();
            case Predicate.Within within -> List.of(within.point(), within.centre(), within.radius());
            case Predicate.InCells in -> List.of(in.point());
            case Predicate.InPolygon in -> List.of(in.point(), in.polygon());
            case Predicate.Covers covers -> List.of(covers.outer(), covers.inner());
            case Predicate.Overlaps overlaps -> List.of(overlaps.first(), overlaps.second());
        };
    }

    private static List<Value> all(List<Predicate> parts) {
        return parts.stream().flatMap(p -> of(p).stream()).toList();
    }
}
