package org.heralddata.adql.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.schema.ValueType.Kind;
import org.heralddata.adql.tree.Condition;
import org.heralddata.adql.tree.Condition.Comparison;
import org.heralddata.adql.tree.Expression;
import org.heralddata.adql.tree.SelectExpression;
import org.heralddata.adql.tree.Span;
import org.heralddata.adql.typed.Predicate;
import org.heralddata.adql.typed.Query;
import org.heralddata.adql.typed.Value;

/** Resolves conditions within the scope of its values. */
final class PredicateResolver {
    private final ValueResolver values;
    private final Problems problems;

    PredicateResolver(ValueResolver values) {
        this.values = values;
        problems = values.problems;
    }

    Predicate predicate(Condition condition) {
        return switch (condition) {
            case Condition.And(var parts, var _) ->
                new Predicate.And(parts.stream().map(this::predicate).toList());
            case Condition.Or(var parts, var _) ->
                new Predicate.Or(parts.stream().map(this::predicate).toList());
            case Condition.Not(var inner, var _) -> new Predicate.Not(predicate(inner));
            case Condition.Compare compare -> compare(compare);
            case Condition.Between between -> between(between);
            case Condition.In in -> in(in);
            case Condition.InQuery in -> inQuery(in);
            case Condition.Like like -> like(like);
            case Condition.IsNull(var value, var negated, var _) -> new Predicate.IsNull(values.value(value), negated);
            case Condition.Exists(var query, var _) -> new Predicate.Exists(values.queries.query(query, values.scope));
        };
    }

    private Predicate compare(Condition.Compare compare) {
        Value left = values.value(compare.left());
        Value right = values.value(compare.right());
        Predicate shape = Shapes.compared(left, compare.how(), right);
        if (shape != null) {
            return shape;
        }
        Pair pair = matched(left, right, compare.left().span(), compare.right().span(), compare.how());
        return new Predicate.Compare(pair.left, compare.how(), pair.right);
    }

    private record Pair(Value left, Value right) {}

    private Pair matched(Value left, Value right, Span leftSpan, Span rightSpan, Comparison how) {
        Value l = like(left, right.type(), leftSpan);
        Value r = like(right, l.type(), rightSpan);
        ValueType a = l.type();
        ValueType b = r.type();
        boolean equality = how == Comparison.EQUAL || how == Comparison.NOT_EQUAL;
        boolean fits = a.kind() == Kind.NULL
                || b.kind() == Kind.NULL
                || (a.kind() == b.kind() && (a.isOrdered() || (equality && a.isGeometry())));
        if (!fits) {
            problems.add(
                    rightSpan,
                    AdqlCode.WRONG_TYPE,
                    "%s cannot be compared with %s".formatted(a.words(), b.words()),
                    advice(a, b));
        }
        return new Pair(l, r);
    }

    private static @org.jspecify.annotations.Nullable String advice(ValueType a, ValueType b) {
        if (a.kind() == Kind.LIST || b.kind() == Kind.LIST) {
            return "ADQL does not look into lists";
        }
        if (a.isGeometry() || b.isGeometry()) {
            return "geometries are compared by CONTAINS, INTERSECTS and DISTANCE";
        }
        return a.kind() == Kind.TEXT || b.kind() == Kind.TEXT ? "CAST makes a number or a string of the other" : null;
    }

    /** A literal in the form that what it is compared with needs. */
    private Value like(Value value, ValueType other, Span span) {
        return switch (value) {
            case Value.Text(var text) when other.kind() == Kind.TIME -> values.time(text, span);
            case Value.Text(var text)
            when other.isNumber() -> {
                var number = Literals.number(text);
                yield number.isPresent() ? number.get() : value;
            }
            case Value.Text(var text)
            when other.kind() == Kind.TRUTH ->
                switch (text.strip().toLowerCase(Locale.ROOT)) {
                    case "true", "t", "1" -> new Value.Truth(true);
                    case "false", "f", "0" -> new Value.Truth(false);
                    default -> value;
                };
            case Value.Numeral(var number, var _)
            when other.kind() == Kind.TRUTH && number.signum() >= 0 && number.intValue() <= 1 ->
                new Value.Truth(number.signum() > 0);
            // a bound is rounded as the column is, so that x <= 0.1 lets the value pass that is shown as 0.1
            case Value.Numeral(var number, var type)
            when other.equals(ValueType.REAL) && type.equals(ValueType.DOUBLE) && isSingle(number.floatValue()) ->
                new Value.Numeral(number, ValueType.REAL);
            default -> value;
        };
    }

    private static boolean isSingle(float number) {
        return Float.isFinite(number);
    }

    private Predicate between(Condition.Between between) {
        Value value = values.value(between.value());
        Span span = between.value().span();
        Pair low =
                matched(value, values.value(between.low()), span, between.low().span(), Comparison.AT_LEAST);
        Pair high = matched(
                value, values.value(between.high()), span, between.high().span(), Comparison.AT_MOST);
        return new Predicate.Between(low.left, low.right, high.right, between.negated());
    }

    private Predicate in(Condition.In in) {
        Value value = values.value(in.value());
        List<Value> list = new ArrayList<>();
        for (Expression one : in.values()) {
            Pair pair = matched(value, values.value(one), in.value().span(), one.span(), Comparison.EQUAL);
            list.add(pair.right);
        }
        return new Predicate.In(value, list, in.negated());
    }

    private Predicate inQuery(Condition.InQuery in) {
        Value value = values.value(in.value());
        SelectExpression tree = in.query();
        Query query = values.queries.query(tree, values.scope);
        if (query.columns().size() != 1) {
            problems.add(
                    tree.span(),
                    AdqlCode.WRONG_TYPE,
                    "a query after IN has one column, this one has %d"
                            .formatted(query.columns().size()),
                    null);
        } else {
            ValueType type = query.columns().getFirst().type();
            if (Types.common(value.type(), type).isEmpty() || !(value.type().isOrdered() && type.isOrdered())) {
                problems.add(
                        tree.span(),
                        AdqlCode.WRONG_TYPE,
                        "%s cannot be compared with %s".formatted(value.type().words(), type.words()),
                        null);
            }
        }
        return new Predicate.InQuery(value, query, in.negated());
    }

    private Predicate like(Condition.Like like) {
        return new Predicate.Like(string(like.value()), string(like.pattern()), like.anyCase(), like.negated());
    }

    private Value string(Expression expression) {
        Value value = values.value(expression);
        if (value.type().kind() != Kind.TEXT && value.type().kind() != Kind.NULL) {
            problems.add(
                    expression.span(),
                    AdqlCode.WRONG_TYPE,
                    "a string is needed here, this is %s".formatted(value.type().words()),
                    "CAST(… AS VARCHAR) makes one");
        }
        return value;
    }
}
