package org.heralddata.adql.print;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.typed.Value;

/** Prints calls of functions. */
final class FunctionPrinter {
    private final Printing printing;
    private final Dialect dialect;

    FunctionPrinter(Printing printing) {
        this.printing = printing;
        dialect = printing.dialect;
    }

    String print(Value.Call call) {
        List<Value> arguments = call.arguments();
        return switch (call.function()) {
            case ABS -> "abs(" + printing.values.number(arguments.getFirst(), call.type()) + ")";
            case ATAN, COS, SIN, TAN, EXP, FLOOR, RADIANS, DEGREES, ATAN2 -> same(call);
            case CEILING -> dialect.function("ceil", numbers(arguments));
            case ACOS, ASIN, SQRT, POWER -> notNan(same(call));
            case LOG -> logarithm("ln", arguments);
            case LOG10 -> logarithm("log10", arguments);
            case COT -> "(1 / nullif(" + dialect.function("tan", numbers(arguments)) + ", 0))";
            case MOD -> remainder(call);
            case PI -> dialect.real(Math.PI);
            case RAND -> dialect.random();
            case ROUND ->
                arguments.size() == 1
                        ? dialect.function("round", numbers(arguments))
                        : dialect.rounded(number(arguments.get(0)), value(arguments.get(1)));
            case TRUNCATE ->
                arguments.size() == 1
                        ? dialect.function("trunc", numbers(arguments))
                        : dialect.truncated(number(arguments.get(0)), value(arguments.get(1)));
            case LOWER -> "lower(" + value(arguments.getFirst()) + ")";
            case UPPER -> "upper(" + value(arguments.getFirst()) + ")";
            case COALESCE ->
                arguments.stream()
                        .map(a -> printing.values.alike(a, call.type()))
                        .collect(Collectors.joining(", ", "coalesce(", ")"));
            case NULLIF -> "nullif(" + value(arguments.get(0)) + ", " + value(arguments.get(1)) + ")";
            case COORD1, COORD2, AREA, CENTROID, CIRCLE, IVO_TRANSFORM, GAVO_TRANSFORM -> printing.sky.function(call);
            case REGION -> storedCircle(value(arguments.getFirst()));
            case POINT,
                    BOX,
                    POLYGON,
                    CONTAINS,
                    INTERSECTS,
                    DISTANCE,
                    COORDSYS,
                    IN_UNIT,
                    GAVO_SPECCONV,
                    MOC,
                    GAVO_MOCUNION,
                    GAVO_MOCINTERSECT -> throw new IllegalStateException("resolved otherwise: " + call.function());
            default -> new UserFunctionPrinter(printing).print(call);
        };
    }

    /** Of STC-S; NULL if it is another shape, or of other numbers or another frame. */
    private String storedCircle(String text) {
        return "CASE WHEN " + dialect.matches("lower(" + text + ")", "'^ *circle +((icrs|fk5) +)?[-+.e0-9 ]+$'")
                + " THEN " + dialect.numbers("replace(lower(" + text + "), 'fk5', '')") + " END";
    }

    private String same(Value.Call call) {
        return dialect.function(call.function().name().toLowerCase(Locale.ROOT), numbers(call.arguments()));
    }

    private String notNan(String sql) {
        return dialect.notNan(sql, ValueType.DOUBLE);
    }

    private String logarithm(String name, List<Value> arguments) {
        return "nullif(" + notNan(dialect.function(name, numbers(arguments))) + ", "
                + dialect.real(Double.NEGATIVE_INFINITY) + ")";
    }

    private String remainder(Value.Call call) {
        String divisor = printing.values.number(call.arguments().get(1), call.type());
        String dividend = printing.values.number(call.arguments().get(0), call.type());
        String safe = "nullif(" + divisor + ", 0)";
        return call.type().isInteger() ? dialect.remainder(dividend, safe) : dialect.realRemainder(dividend, safe);
    }

    private String value(Value value) {
        return printing.values.print(value);
    }

    private String number(Value value) {
        return printing.values.number(value);
    }

    private List<String> numbers(List<Value> values) {
        return values.stream().map(this::number).toList();
    }
}
