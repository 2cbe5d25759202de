package org.heralddata.adql.resolve;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.function.AdqlFunction;
import org.heralddata.adql.resolve.Problems.Typed;
import org.heralddata.adql.schema.ValueType.Kind;
import org.heralddata.adql.typed.Predicate;
import org.heralddata.adql.typed.Value;
import org.heralddata.adql.typed.Value.Combination;
import org.heralddata.model.coverage.SpaceMoc;
import org.jspecify.annotations.Nullable;

/**
 * CONTAINS and INTERSECTS. Combined shapes are taken apart where logic allows it; what meets a MOC is taken in its cells, or in those
 * of order {@value #ORDER} where its own are larger.
 */
final class ShapeRelations {
    /** Edges of one polygon times edges of another. */
    private static final int MOST_CROSSINGS = 400;

    /** Cells of 0.06 degrees. */
    private static final int ORDER = 10;

    private final Problems problems;

    ShapeRelations(Problems problems) {
        this.problems = problems;
    }

    Typed of(ShapeArguments of) {
        if (of.size() != 2 || !of.isShape(0) || !of.isShape(1)) {
            return of.wrong(problems);
        }
        if (!areWritten(of)) {
            return Typed.UNKNOWN;
        }
        Value first = of.value(0);
        Value second = of.value(1);
        boolean contains = of.function() == AdqlFunction.CONTAINS;
        if (contains && isPoint(second) && !isPoint(first)) {
            return problems.unknown(
                    of.span(),
                    AdqlCode.WRONG_ARGUMENTS,
                    "a point contains no %s".formatted(first.type().kind() == Kind.CIRCLE ? "circle" : "polygon"),
                    "CONTAINS(point, shape): the point stands first");
        }
        Predicate predicate = contains ? containing(first, second) : overlapping(first, second);
        return predicate != null
                ? ValueResolver.plain(new Value.Indicator(predicate))
                : problems.unknown(
                        of.span(),
                        AdqlCode.NOT_SUPPORTED,
                        "whether %s %s %s is not supported"
                                .formatted(
                                        first.type().words(),
                                        contains ? "lies in" : "meets",
                                        second.type().words()),
                        "points are looked for in every region and MOC; in cells of constants: MOC(order, region)");
    }

    private static boolean isPoint(Value value) {
        return value.type().kind() == Kind.POINT;
    }

    /** NULL among them makes all NULL; polygons are looked into where they are written out, and not too long. */
    boolean areWritten(ShapeArguments of) {
        int edges = 1;
        for (int i = 0; i < of.size(); i++) {
            Value value = of.value(i);
            Kind kind = value.type().kind();
            if (kind == Kind.NULL) {
                return false;
            }
            if (value instanceof Value.Polygon(var vertices)) {
                edges *= vertices.size();
            } else if (kind == Kind.POLYGON || (kind == Kind.MOC && !(value instanceof Value.Cells))) {
                problems.add(
                        of.spans().get(i),
                        AdqlCode.NOT_SUPPORTED,
                        "%s can only be looked into where it is written out"
                                .formatted(value.type().words()),
                        "write POLYGON(…) or BOX(…) in the place of the column");
                return false;
            } else if (kind == Kind.REGION && (of.size() == 1 || !(value instanceof Value.Compound))) {
                problems.add(of.spans().get(i), AdqlCode.NOT_SUPPORTED, "only points are looked for in a region", null);
                return false;
            }
        }
        if (edges > MOST_CROSSINGS) {
            problems.add(of.span(), AdqlCode.TOO_LARGE, "the two polygons have too many vertices", null);
        }
        return true;
    }

    /** Null if it is not known how. */
    private static @Nullable Predicate containing(Value inner, Value outer) {
        if (outer instanceof Value.Compound(var how, var parts, var _)) {
            return switch (how) {
                case UNION -> isPoint(inner) ? any(parts, inner, (part, i) -> containing(i, part)) : null;
                case INTERSECTION -> all(parts, inner, (part, i) -> containing(i, part));
                case COMPLEMENT -> not(overlapping(inner, parts.getFirst()));
            };
        }
        if (inner instanceof Value.Compound(var how, var parts, var _)) {
            return how == Combination.UNION ? all(parts, outer, (part, o) -> containing(part, o)) : null;
        }
        if (outer instanceof Value.Cells(var moc)) {
            return isPoint(inner)
                    ? new Predicate.InCells(inner, moc)
                    : constant(covered(inner, moc).map(moc::contains));
        }
        if (inner instanceof Value.Cells) {
            return null;
        }
        if (!isPoint(inner)) {
            return new Predicate.Covers(outer, inner);
        }
        return switch (outer.type().kind()) {
            case POINT -> new Predicate.Within(inner, outer, Numbers.of(0), true);
            case CIRCLE -> new Predicate.Within(inner, Parts.centre(outer), Parts.radius(outer), true);
            default -> new Predicate.InPolygon(inner, outer);
        };
    }

    private static @Nullable Predicate overlapping(Value first, Value second) {
        if (isPoint(first) || isPoint(second)) {
            return isPoint(first) ? containing(first, second) : containing(second, first);
        }
        if (!(first instanceof Value.Compound) && second instanceof Value.Compound) {
            return overlapping(second, first);
        }
        if (first instanceof Value.Compound(var how, var parts, var _)) {
            return switch (how) {
                case UNION -> any(parts, second, (part, o) -> overlapping(part, o));
                case INTERSECTION -> null;
                case COMPLEMENT -> not(containing(second, parts.getFirst()));
            };
        }
        if (first instanceof Value.Cells(var moc)) {
            return constant(covered(second, moc).map(moc::intersects));
        }
        return second instanceof Value.Cells(var moc)
                ? constant(covered(first, moc).map(moc::intersects))
                : new Predicate.Overlaps(first, second);
    }

    private static Optional<SpaceMoc> covered(Value shape, SpaceMoc other) {
        return Mocs.cover(Math.max(ORDER, other.order()), shape);
    }

    private static @Nullable Predicate constant(Optional<Boolean> truth) {
        return truth.map(t -> t ? Predicate.TRUE : Predicate.FALSE).orElse(null);
    }

    private static @Nullable Predicate not(@Nullable Predicate predicate) {
        return predicate == null ? null : new Predicate.Not(predicate);
    }

    private static @Nullable Predicate any(
            List<Value> parts, Value other, BiFunction<Value, Value, @Nullable Predicate> relation) {
        List<Predicate> found = each(parts, other, relation);
        return found.size() < parts.size() ? null : new Predicate.Or(found);
    }

    private static @Nullable Predicate all(
            List<Value> parts, Value other, BiFunction<Value, Value, @Nullable Predicate> relation) {
        List<Predicate> found = each(parts, other, relation);
        return found.size() < parts.size() ? null : new Predicate.And(found);
    }

    private static List<Predicate> each(
            List<Value> parts, Value other, BiFunction<Value, Value, @Nullable Predicate> relation) {
        return parts.stream()
                .flatMap(part -> Optional.ofNullable(relation.apply(part, other)).stream())
                .toList();
    }
}
