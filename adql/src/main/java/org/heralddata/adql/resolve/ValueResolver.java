package org.heralddata.adql.resolve;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.resolve.Problems.Typed;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.schema.ValueType.Kind;
import org.heralddata.adql.tree.Expression;
import org.heralddata.adql.tree.Expression.BinaryOperator;
import org.heralddata.adql.tree.Expression.UnaryOperator;
import org.heralddata.adql.tree.Span;
import org.heralddata.adql.typed.Query;
import org.heralddata.adql.typed.Value;

/** Resolves values within one scope. */
final class ValueResolver {
    final Resolver resolver;
    final Problems problems;
    final QueryResolver queries;
    final Scope scope;
    private final FunctionResolver functions;
    private final Mode mode;
    private boolean inAggregate;
    private boolean aggregated;

    /** Where the value stands. */
    enum Mode {
        /** Values of single rows: WHERE, ON, GROUP BY. */
        ROWS,
        /** Values of groups too: SELECT, HAVING, ORDER BY. */
        GROUPS
    }

    ValueResolver(Resolver resolver, QueryResolver queries, Scope scope, Mode mode) {
        this.resolver = resolver;
        this.problems = resolver.problems;
        this.queries = queries;
        this.scope = scope;
        this.mode = mode;
        functions = new FunctionResolver(this);
    }

    /** True if an aggregate function was met. */
    boolean aggregated() {
        return aggregated;
    }

    Value value(Expression expression) {
        return typed(expression).value();
    }

    Typed typed(Expression expression) {
        return switch (expression) {
            case Expression.NumberLiteral(var text, var span) ->
                Literals.number(text)
                        .map(n -> new Typed(n, Meta.NONE))
                        .orElseGet(() -> problems.unknown(span, AdqlCode.BAD_LITERAL, "the number is too large", null));
            case Expression.HexLiteral(var text, var span) -> hex(text, span);
            case Expression.TextLiteral(var text, var span) -> text(text, span);
            case Expression.TimeLiteral(var text, var span) -> plain(time(text, span));
            case Expression.TruthLiteral(var truth, var _) -> plain(new Value.Truth(truth));
            case Expression.NullLiteral _ -> plain(new Value.Null());
            case Expression.ColumnName(var name) -> resolver.columns.find(name, scope);
            case Expression.Unary unary -> unary(unary);
            case Expression.Binary binary -> binary(binary);
            case Expression.Call call -> functions.call(call);
            case Expression.Aggregate aggregate -> aggregate(aggregate);
            case Expression.Case choice -> choice(choice);
            case Expression.Cast cast -> CastResolver.cast(cast, this);
            case Expression.ScalarQuery query -> scalar(query);
        };
    }

    static Typed plain(Value value) {
        return new Typed(value, Meta.NONE);
    }

    private Typed hex(String digits, Span span) {
        if (digits.length() > 16) {
            return problems.unknown(span, AdqlCode.BAD_LITERAL, "the number has more than 64 bits", null);
        }
        return plain(Literals.integer(BigInteger.valueOf(new BigInteger(digits, 16).longValue())));
    }

    private Typed text(String text, Span span) {
        return text.indexOf('\0') < 0
                ? plain(new Value.Text(text))
                : problems.unknown(span, AdqlCode.BAD_LITERAL, "a string cannot hold the character U+0000", null);
    }

    Value time(String text, Span span) {
        Optional<Value.Time> time = Literals.time(text);
        if (time.isEmpty()) {
            problems.add(
                    span,
                    AdqlCode.BAD_LITERAL,
                    "`%s` is no time".formatted(text),
                    "times are written 2004-01-31 or 2004-01-31T12:30:00.5, UTC, years 1678 to 2261");
            return new Value.Null();
        }
        return time.get();
    }

    private Typed unary(Expression.Unary unary) {
        if (unary.operator() == UnaryOperator.MINUS
                && unary.operand() instanceof Expression.NumberLiteral(var digits, var _)) {
            Optional<Value.Numeral> negative = Literals.number("-" + digits);
            if (negative.isPresent()) {
                return plain(negative.get());
            }
        }
        Typed operand = number(typed(unary.operand()), unary.operand().span());
        ValueType type = operand.value().type();
        if (unary.operator() == UnaryOperator.BITWISE_NOT) {
            requireInteger(type, unary.operand().span(), "~");
            return plain(new Value.Unary(unary.operator(), operand.value(), ValueType.BIGINT));
        }
        return unary.operator() == UnaryOperator.PLUS
                ? operand
                : new Typed(
                        new Value.Unary(unary.operator(), operand.value(), Types.wide(type)),
                        operand.meta().unitOnly());
    }

    private void requireInteger(ValueType type, Span span, String operator) {
        if (!Types.isWhole(type) && type.kind() != Kind.NULL) {
            problems.add(
                    span,
                    AdqlCode.WRONG_TYPE,
                    "`%s` works on integers, this is %s".formatted(operator, words(type)),
                    null);
        }
    }

    private static String words(ValueType type) {
        return type.isNumber() ? "a floating-point number" : type.words();
    }

    /** The value as a number: a string literal that is one is read (ADQL's grammar lets strings stand for numbers). */
    Typed number(Typed value, Span span) {
        ValueType type = value.value().type();
        if (type.isNumber() || type.kind() == Kind.NULL) {
            return value;
        }
        if (value.value() instanceof Value.Text(var text)) {
            Optional<Value.Numeral> number = Literals.number(text);
            if (number.isPresent()) {
                return plain(number.get());
            }
        }
        return problems.unknown(
                span, AdqlCode.WRONG_TYPE, "a number is needed here, this is %s".formatted(type.words()), null);
    }

    private Typed binary(Expression.Binary binary) {
        BinaryOperator operator = binary.operator();
        if (operator == BinaryOperator.CONCATENATE) {
            return plain(new Value.Binary(operator, string(binary.left()), string(binary.right()), ValueType.TEXT));
        }
        Typed left = number(typed(binary.left()), binary.left().span());
        Typed right = number(typed(binary.right()), binary.right().span());
        ValueType l = left.value().type();
        ValueType r = right.value().type();
        return switch (operator) {
            case ADD, SUBTRACT -> {
                String unit = left.meta().unit();
                boolean same = unit != null && unit.equals(right.meta().unit());
                yield new Typed(
                        new Value.Binary(operator, left.value(), right.value(), Types.arithmetic(l, r)),
                        same ? left.meta().unitOnly() : Meta.NONE);
            }
            case MULTIPLY, DIVIDE ->
                new Typed(
                        new Value.Binary(operator, left.value(), right.value(), Types.arithmetic(l, r)),
                        Metas.product(left, operator, right));
            default -> {
                requireInteger(l, binary.left().span(), operator.symbol());
                requireInteger(r, binary.right().span(), operator.symbol());
                yield plain(new Value.Binary(operator, left.value(), right.value(), ValueType.BIGINT));
            }
        };
    }

    private Value string(Expression expression) {
        Value value = value(expression);
        return switch (value.type().kind()) {
            case TEXT, NULL -> value;
            case NUMBER, TIME, TRUTH -> new Value.Cast(value, ValueType.TEXT, null, false);
            default -> {
                problems.add(
                        expression.span(),
                        AdqlCode.WRONG_TYPE,
                        "a string is needed here, this is %s"
                                .formatted(value.type().words()),
                        null);
                yield new Value.Null();
            }
        };
    }

    private Typed aggregate(Expression.Aggregate aggregate) {
        startAggregate(aggregate.function().name(), aggregate.span());
        Expression argument = aggregate.argument();
        if (argument == null) {
            return plain(new Value.Aggregate(aggregate.function(), false, null, ValueType.BIGINT));
        }
        boolean within = inAggregate;
        inAggregate = true;
        Typed of = typed(argument);
        inAggregate = within;
        return Aggregates.of(aggregate, argument, of, this);
    }

    /** Notes an aggregate function; tells where it cannot stand. */
    void startAggregate(String name, Span span) {
        if (mode == Mode.ROWS) {
            problems.add(
                    span,
                    AdqlCode.BAD_GROUPING,
                    "%s is of many rows, and cannot stand where single rows are chosen".formatted(name),
                    "groups are chosen by HAVING");
        } else if (inAggregate) {
            problems.add(
                    span,
                    AdqlCode.BAD_GROUPING,
                    "%s cannot stand within another aggregate function".formatted(name),
                    null);
        }
        aggregated = true;
    }

    private Typed choice(Expression.Case choice) {
        var conditions = new PredicateResolver(this);
        var whens = new ArrayList<Value.When>();
        List<ValueType> types = new ArrayList<>();
        for (Expression.When when : choice.whens()) {
            Value value = value(when.value());
            types.add(value.type());
            whens.add(new Value.When(conditions.predicate(when.condition()), value));
        }
        Value otherwise = choice.otherwise() == null ? null : value(choice.otherwise());
        if (otherwise != null) {
            types.add(otherwise.type());
        }
        Optional<ValueType> type = Types.common(types);
        if (type.isEmpty()) {
            return problems.unknown(
                    choice.span(),
                    AdqlCode.WRONG_TYPE,
                    "the values of CASE are of different types",
                    "CAST makes them alike");
        }
        return plain(new Value.Case(whens, otherwise, type.get()));
    }

    private Typed scalar(Expression.ScalarQuery scalar) {
        Query query = queries.query(scalar.query(), scope);
        if (query.columns().size() != 1) {
            return problems.unknown(
                    scalar.span(),
                    AdqlCode.WRONG_TYPE,
                    "a query that stands for a value has one column, this one has %d"
                            .formatted(query.columns().size()),
                    null);
        }
        Query.OutputColumn column = query.columns().getFirst();
        return new Typed(new Value.ScalarQuery(query, column.type()), column.meta());
    }
}
