package org.heralddata.adql.print;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.adql.schema.SchemaColumn;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.schema.ValueType.Kind;
import org.heralddata.adql.tree.Expression.BinaryOperator;
import org.heralddata.adql.tree.Expression.UnaryOperator;
import org.heralddata.adql.typed.Value;
import org.heralddata.model.coverage.MocText;
import org.heralddata.model.table.ColumnType;

/** Prints values, each safe to stand as an operand. */
final class ValuePrinter {
    private final Printing printing;
    private final Dialect dialect;

    ValuePrinter(Printing printing) {
        this.printing = printing;
        dialect = printing.dialect;
    }

    String print(Value value) {
        String grouped = printing.grouped(value);
        return grouped != null ? grouped : written(value);
    }

    private String written(Value value) {
        return Printing.bounded(
                switch (value) {
                    case Value.Column column -> column(column);
                    case Value.Numeral number -> number(number);
                    case Value.Text(var text) -> dialect.text(text);
                    case Value.Time(var nanoseconds) -> dialect.time(nanoseconds);
                    case Value.Truth(var truth) -> Boolean.toString(truth);
                    case Value.Null() -> "NULL";
                    case Value.Unary unary -> unary(unary);
                    case Value.Binary binary -> "(" + binary(binary) + ")";
                    case Value.Call call -> printing.functions.print(call);
                    case Value.Aggregate aggregate -> aggregate(aggregate);
                    case Value.Case choice -> choice(choice);
                    case Value.Cast cast -> cast(cast);
                    case Value.ScalarQuery(var query, var _) -> "(" + printing.queries.query(query) + ")";
                    case Value.Converted converted -> converted(converted);
                    case Value.Indicator(var predicate) -> indicator(printing.predicates.print(predicate));
                    case Value.Point(var lon, var lat) -> dialect.list(List.of(number(lon), number(lat)));
                    case Value.Circle(var centre, var radius) ->
                        dialect.list(List.of(printing.sky.lon(centre), printing.sky.lat(centre), number(radius)));
                    case Value.Polygon(var vertices) -> polygon(vertices);
                    case Value.Compound compound -> dialect.text(compound.written());
                    case Value.Cells(var moc) -> dialect.text(MocText.write(moc));
                    case Value.Separation(var from, var to) -> printing.sky.separation(from, to);
                });
    }

    /** The value as DOUBLE. */
    String number(Value value) {
        if (value instanceof Value.Numeral(var number, var _)) {
            return dialect.real(number.doubleValue());
        }
        return value.type().equals(ValueType.DOUBLE)
                ? print(value)
                : dialect.cast(print(value), value.type(), ValueType.DOUBLE);
    }

    /** The value in a type that arithmetic is done in. */
    String number(Value value, ValueType type) {
        if (type.equals(ValueType.DOUBLE)) {
            return number(value);
        }
        if (value instanceof Value.Numeral(var number, var own) && own.isInteger()) {
            return integer(number, type);
        }
        return value instanceof Value.Numeral || value.type().equals(type)
                ? print(value)
                : dialect.cast(print(value), value.type(), type);
    }

    static String indicator(String condition) {
        return "CASE WHEN " + condition + " THEN 1 WHEN NOT (" + condition + ") THEN 0 END";
    }

    private String column(Value.Column column) {
        SchemaColumn stored = column.stored();
        String name = printing.column(column.relation(), column.column());
        if (stored == null) {
            return name;
        }
        if (stored.type().element() == ColumnType.TIMESTAMP) {
            String fraction = stored.fraction() == null ? "" : printing.column(column.relation(), stored.fraction());
            return stored.type().kind() == Kind.TIME
                    ? dialect.timeOf(name, fraction)
                    : dialect.timesOf(name, fraction, stored.type().shape().levels());
        }
        return stored.nans() && stored.type().isNumber() ? dialect.notNan(name, stored.type()) : name;
    }

    private String number(Value.Numeral value) {
        if (value.type().isInteger()) {
            return integer(value.number(), value.type());
        }
        return value.type().equals(ValueType.REAL)
                ? dialect.single(value.number().floatValue())
                : dialect.real(value.number().doubleValue());
    }

    private String integer(BigDecimal number, ValueType type) {
        String digits = number.toBigInteger().toString();
        if (number.longValue() == Long.MIN_VALUE) {
            return "CAST('" + digits + "' AS " + dialect.type(ValueType.BIGINT) + ")";
        }
        String literal = dialect.integer(digits, type);
        return digits.startsWith("-") ? "(" + literal + ")" : literal;
    }

    private String unary(Value.Unary unary) {
        String operand = number(unary.operand(), unary.type());
        return "(" + (unary.operator() == UnaryOperator.BITWISE_NOT ? dialect.bitwiseNot(operand) : "- " + operand)
                + ")";
    }

    private String binary(Value.Binary binary) {
        BinaryOperator operator = binary.operator();
        if (operator == BinaryOperator.CONCATENATE) {
            return print(binary.left()) + " || " + print(binary.right());
        }
        String left = number(binary.left(), binary.type());
        String right = number(binary.right(), binary.type());
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY -> left + " " + operator.symbol() + " " + right;
            case DIVIDE -> {
                boolean safe = binary.right() instanceof Value.Numeral(var number, var _) && number.signum() != 0;
                String divisor = safe ? right : "nullif(" + right + ", 0)";
                yield binary.type().isInteger() ? dialect.quotient(left, divisor) : left + " / " + divisor;
            }
            default -> dialect.bitwise(operator, left, right);
        };
    }

    private String aggregate(Value.Aggregate aggregate) {
        Value argument = aggregate.argument();
        if (argument == null) {
            return dialect.rows(printing::anyColumn);
        }
        String distinct = aggregate.distinct() ? "DISTINCT " : "";
        return switch (aggregate.function()) {
            case COUNT -> "count(" + distinct + print(argument) + ")";
            case MIN -> "min(" + print(argument) + ")";
            case MAX -> "max(" + print(argument) + ")";
            case AVG -> "avg(" + distinct + number(argument) + ")";
            case SUM ->
                aggregate.type().isInteger()
                        ? "CAST(sum(" + distinct + print(argument) + ") AS " + dialect.type(ValueType.BIGINT) + ")"
                        : "sum(" + distinct + number(argument) + ")";
        };
    }

    private String choice(Value.Case choice) {
        var sql = new StringBuilder("CASE");
        for (Value.When when : choice.whens()) {
            sql.append(" WHEN ").append(printing.predicates.print(when.condition()));
            sql.append(" THEN ").append(alike(when.value(), choice.type()));
        }
        if (choice.otherwise() != null) {
            sql.append(" ELSE ").append(alike(choice.otherwise(), choice.type()));
        }
        return sql.append(" END").toString();
    }

    /** A value among others that it has a type in common with. */
    String alike(Value value, ValueType type) {
        return type.isNumber() && value.type().isNumber() ? number(value, type) : print(value);
    }

    private String cast(Value.Cast cast) {
        Value value = cast.value();
        if (cast.type().kind() == Kind.TEXT) {
            String text = value.type().kind() == Kind.TIME
                    ? dialect.iso(print(value))
                    : dialect.cast(print(value), value.type(), ValueType.TEXT);
            Integer length = cast.length();
            String cut = length == null ? text : "substr(" + text + ", 1, " + length + ")";
            return cast.padded() ? "rpad(" + cut + ", " + length + ", ' ')" : cut;
        }
        return cast.type().isGeometry() ? print(value) : dialect.cast(print(value), value.type(), cast.type());
    }

    private String converted(Value.Converted converted) {
        var sql = new StringBuilder(number(converted.value()));
        if (converted.numerator() != 1) {
            sql.append(" * ").append(dialect.real(converted.numerator()));
        }
        if (converted.denominator() != 1) {
            sql.append(" / ").append(dialect.real(converted.denominator()));
        }
        if (converted.offset() != 0) {
            sql.append(" + ").append(dialect.real(converted.offset()));
        }
        return "(" + sql + ")";
    }

    private String polygon(List<Value> vertices) {
        var coordinates = new ArrayList<String>();
        for (Value vertex : vertices) {
            coordinates.add(printing.sky.lon(vertex));
            coordinates.add(printing.sky.lat(vertex));
        }
        return dialect.list(coordinates);
    }
}
