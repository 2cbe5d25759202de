package org.heralddata.adql.print;

import java.util.List;
import java.util.stream.Collectors;
import org.heralddata.adql.schema.SchemaColumn;
import org.heralddata.adql.schema.ValueType.Kind;
import org.heralddata.adql.tree.Condition.Comparison;
import org.heralddata.adql.typed.Predicate;
import org.heralddata.adql.typed.Relation;
import org.heralddata.adql.typed.Value;

/** Prints conditions, each safe to stand as an operand of NOT, AND and OR. */
final class PredicatePrinter {
    private final Printing printing;
    private final Dialect dialect;

    PredicatePrinter(Printing printing) {
        this.printing = printing;
        dialect = printing.dialect;
    }

    String print(Predicate predicate) {
        return Printing.bounded(
                switch (predicate) {
                    case Predicate.And(var parts) -> joined(parts, " AND ");
                    case Predicate.Or(var parts) -> joined(parts, " OR ");
                    case Predicate.Not(var inner) -> "(NOT " + print(inner) + ")";
                    case Predicate.Compare compare -> compare(compare.left(), compare.how(), compare.right());
                    case Predicate.Between between -> between(between);
                    case Predicate.In in -> in(in);
                    case Predicate.InQuery(var value, var query, var negated) ->
                        "(%s %s (%s))"
                                .formatted(value(value), negated ? "NOT IN" : "IN", printing.queries.query(query));
                    case Predicate.Like(var value, var pattern, var anyCase, var negated) -> {
                        String like = dialect.like(value(value), value(pattern), anyCase);
                        yield negated ? "(NOT " + like + ")" : "(" + like + ")";
                    }
                    case Predicate.IsNull(var value, var negated) ->
                        "(" + value(value) + (negated ? " IS NOT NULL)" : " IS NULL)");
                    case Predicate.Exists(var query) -> "EXISTS (" + printing.queries.query(query) + ")";
                    case Predicate.Within within -> printing.sky.within(within);
                    case Predicate.InPolygon(var point, var polygon) -> printing.sky.inPolygon(point, polygon);
                    case Predicate.InCells(var point, var moc) -> printing.sky.inCells(point, moc);
                    case Predicate.Covers(var outer, var inner) -> printing.sky.covers(outer, inner);
                    case Predicate.Overlaps(var first, var second) -> printing.sky.overlaps(first, second);
                });
    }

    /** The condition of a join, with the cells that the join was given before it. */
    String join(Relation.Joined joined) {
        Predicate on = joined.on();
        return on == null ? "true" : printing.sky.cellsOf(joined) + print(on);
    }

    private String value(Value value) {
        return printing.values.print(value);
    }

    private String joined(List<Predicate> parts, String glue) {
        return parts.isEmpty() ? "true" : parts.stream().map(this::print).collect(Collectors.joining(glue, "(", ")"));
    }

    private String compare(Value left, Comparison how, Value right) {
        if (left instanceof Value.Column column && right instanceof Value.Time time && isStoredTime(column)) {
            return time(column, how, time.nanoseconds());
        }
        if (right instanceof Value.Column column && left instanceof Value.Time time && isStoredTime(column)) {
            return time(column, how.flipped(), time.nanoseconds());
        }
        return "(" + value(left) + " " + how.symbol() + " " + value(right) + ")";
    }

    private static boolean isStoredTime(Value.Column column) {
        SchemaColumn stored = column.stored();
        return stored != null && stored.type().kind() == Kind.TIME && stored.fraction() != null;
    }

    /** Compared as stored, so that the engine can leave out rows by what it knows of the column. */
    private String time(Value.Column column, Comparison how, long nanoseconds) {
        SchemaColumn stored = column.stored();
        if (stored == null || stored.fraction() == null) {
            throw new IllegalArgumentException("no stored time");
        }
        String micro = printing.column(column.relation(), column.column());
        String at = dialect.storedTime(Math.floorDiv(nanoseconds, 1000));
        long rest = Math.floorMod(nanoseconds, 1000);
        if (rest == 0 && (how == Comparison.LESS || how == Comparison.AT_LEAST)) {
            return "(" + micro + " " + how.symbol() + " " + at + ")";
        }
        String nano = "coalesce(" + printing.column(column.relation(), stored.fraction()) + ", 0)";
        return switch (how) {
            case EQUAL -> "(%s = %s AND %s = %d)".formatted(micro, at, nano, rest);
            case NOT_EQUAL -> "(%s <> %s OR %s <> %d)".formatted(micro, at, nano, rest);
            default -> {
                String outer = how == Comparison.LESS || how == Comparison.AT_MOST ? "<" : ">";
                yield "(%1$s %2$s= %3$s AND (%1$s %2$s %3$s OR %4$s %5$s %6$d))"
                        .formatted(micro, outer, at, nano, how.symbol(), rest);
            }
        };
    }

    private String between(Predicate.Between between) {
        Value value = between.value();
        String both = value instanceof Value.Column column && isStoredTime(column)
                ? "(" + compare(value, Comparison.AT_LEAST, between.low()) + " AND "
                        + compare(value, Comparison.AT_MOST, between.high()) + ")"
                : "(" + value(value) + " BETWEEN " + value(between.low()) + " AND " + value(between.high()) + ")";
        return between.negated() ? "(NOT " + both + ")" : both;
    }

    private String in(Predicate.In in) {
        return in.values().stream()
                .map(this::value)
                .collect(Collectors.joining(
                        ", ", "(" + value(in.value()) + (in.negated() ? " NOT IN (" : " IN ("), "))"));
    }
}
