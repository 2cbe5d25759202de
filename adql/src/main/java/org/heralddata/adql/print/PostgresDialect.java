package org.heralddata.adql.print;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.schema.ValueType.Kind;
import org.heralddata.adql.tree.Expression.BinaryOperator;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/**
 * PostgreSQL 14 and newer, without extensions. The database is to have the locale {@code C.UTF-8}, so that strings are compared
 * by their characters' numbers. Numbers beyond DOUBLE PRECISION are an error of the engine, not an infinity.
 */
public final class PostgresDialect extends NanosecondTimes {
    /** What is longer is not written twice. */
    private static final int LONG = 80;

    @Override
    public String type(ValueType type) {
        return scalar(type)
                + (type.shape().isScalar() ? "" : "[]".repeat(type.shape().levels()));
    }

    private static String scalar(ValueType type) {
        return switch (type.element()) {
            case BOOL -> "BOOLEAN";
            case INT8, INT16 -> "SMALLINT";
            case INT32, UINT8, UINT16 -> "INTEGER";
            case INT64, UINT32, TIMESTAMP -> "BIGINT";
            case UINT64 -> "NUMERIC(20,0)";
            case FLOAT32 -> "REAL";
            case FLOAT64 -> "DOUBLE PRECISION";
            case STRING -> "VARCHAR";
            case BYTES -> "BYTEA";
        };
    }

    @Override
    public String integer(String digits, ValueType type) {
        return type.equals(ValueType.BIGINT) ? "CAST('" + digits + "' AS BIGINT)" : digits;
    }

    @Override
    String microseconds(String stored) {
        return "CAST(extract(epoch FROM " + stored + ") * 1000000 AS BIGINT)";
    }

    @Override
    public String timesOf(String micros, String fraction, int levels) {
        if (levels == 0) {
            return timeOf(micros, fraction);
        }
        if (levels > 1) {
            throw new Refusal(
                    Diagnostic.error(AdqlCode.NOT_SUPPORTED, "lists of lists of timestamps are not supported here"));
        }
        return "CASE WHEN %1$s IS NOT NULL THEN ARRAY(SELECT %3$s FROM unnest(%1$s, %2$s) WITH ORDINALITY AS x_(m, f, i) ORDER BY x_.i) END"
                .formatted(micros, fraction, timeOf("x_.m", "x_.f"));
    }

    @Override
    public String iso(String time) {
        return let(List.of("i_t"), List.of(time), t -> {
            String second = "floor(" + t.getFirst() + " / CAST(1000000000 AS NUMERIC))";
            return "(to_char(TIMESTAMP 'epoch' + " + second
                    + " * INTERVAL '1 second', 'YYYY-MM-DD\"T\"HH24:MI:SS') || CASE WHEN mod(" + t.getFirst()
                    + ", 1000000000) = 0 THEN '' ELSE rtrim('.' || lpad(CAST(" + t.getFirst() + " - " + second
                    + " * 1000000000 AS TEXT), 9, '0'), '0') END)";
        });
    }

    /** Microseconds as the engine reads them, the last three digits by themselves. */
    @Override
    public String cast(String value, ValueType from, ValueType to) {
        if (to.kind() == Kind.TIME && from.kind() == Kind.TEXT) {
            String coarse = "regexp_replace(" + value + ", '([.][0-9]{6})[0-9]+', '\\1')";
            String fine = "coalesce(substring(" + value + " FROM '[.][0-9]{6}([0-9]{1,3})'), '')";
            return "(" + microseconds("CAST(" + coarse + " AS TIMESTAMP)") + " * 1000 + CAST(rpad(" + fine
                    + ", 3, '0') AS BIGINT))";
        }
        if (from.kind() == Kind.TRUTH && to.isNumber()) {
            return "CAST(CAST(" + value + " AS INTEGER) AS " + type(to) + ")";
        }
        return super.cast(value, from, to);
    }

    /** {@code mod} is not for doubles. */
    @Override
    public String realRemainder(String a, String b) {
        return twice(a, x -> twice(b, y -> "(" + x + " - " + y + " * trunc(" + x + " / " + y + "))"));
    }

    @Override
    public String bitwise(BinaryOperator operator, String a, String b) {
        return operator == BinaryOperator.BITWISE_XOR ? a + " # " + b : super.bitwise(operator, a, b);
    }

    @Override
    public String shiftedRight(String number, String bits) {
        return number + " >> CAST(" + bits + " AS INTEGER)";
    }

    @Override
    public String shiftedLeft(String number, String bits) {
        return number + " << CAST(" + bits + " AS INTEGER)";
    }

    @Override
    public String like(String value, String pattern, boolean anyCase) {
        return super.like(value, pattern, anyCase) + " ESCAPE ''";
    }

    @Override
    public String list(List<String> elements) {
        return "CAST(ARRAY[" + String.join(", ", elements) + "] AS DOUBLE PRECISION[])";
    }

    @Override
    public String counts(List<String> elements) {
        return "CAST(ARRAY[" + String.join(", ", elements) + "] AS BIGINT[])";
    }

    /** What has no value is an error here, and not NaN. */
    @Override
    public String function(String name, List<String> arguments) {
        String plain = super.function(name, arguments);
        return switch (name) {
            case "ln", "log10" -> where(arguments, "%s > 0", name);
            case "sqrt" -> where(arguments, "%s >= 0", name);
            case "acos", "asin" -> where(arguments, "abs(%s) <= 1", name);
            case "exp" -> twice(arguments.getFirst(), x -> "CASE WHEN " + x + " < -708 THEN 0 ELSE exp(" + x + ") END");
            case "power" ->
                twice(
                        arguments.get(0),
                        x -> twice(
                                arguments.get(1),
                                y ->
                                        ("CASE WHEN %1$s > 0 OR (%1$s = 0 AND %2$s >= 0) OR (%1$s < 0 AND %2$s = floor(%2$s))"
                                                        + " THEN power(%1$s, %2$s) END")
                                                .formatted(x, y)));
            case "round" -> rounded(arguments.getFirst(), "0");
            default -> plain;
        };
    }

    private String where(List<String> arguments, String condition, String name) {
        return twice(
                arguments.getFirst(), x -> "CASE WHEN " + condition.formatted(x) + " THEN " + name + "(" + x + ") END");
    }

    /** By the decimals that a number is written with: halves away from 0, which are halves to even for doubles. */
    @Override
    public String rounded(String number, String places) {
        return decimal("round", number, places);
    }

    @Override
    public String truncated(String number, String places) {
        return decimal("trunc", number, places);
    }

    private static String decimal(String function, String number, String places) {
        return "CAST(" + function + "(CAST(CAST(" + number + " AS TEXT) AS NUMERIC), CAST(" + places
                + " AS INTEGER)) AS DOUBLE PRECISION)";
    }

    @Override
    public String matches(String value, String pattern) {
        return "(" + value + " ~ " + pattern + ")";
    }

    @Override
    public String urlEscaped(String value) {
        return "(SELECT string_agg(CASE WHEN u_.c ~ '[A-Za-z0-9_.~-]' OR u_.c = '' THEN u_.c ELSE"
                + " regexp_replace(upper(encode(convert_to(u_.c, 'UTF8'), 'hex')), '(..)', '%\\1', 'g') END, '' ORDER BY u_.i)"
                + " FROM regexp_split_to_table(" + value + ", '') WITH ORDINALITY AS u_(c, i))";
    }

    @Override
    public String numbers(String text) {
        return "ARRAY(SELECT CAST(s_.m[1] AS DOUBLE PRECISION) FROM regexp_matches(" + text
                + ", '([-+]?[0-9]+[.]?[0-9]*(?:[eE][-+]?[0-9]+)?)', 'g') WITH ORDINALITY AS s_(m, i) ORDER BY s_.i)";
    }

    @Override
    public String split(String value, String delimiter) {
        return "string_to_array(" + value + ", " + delimiter + ")";
    }

    @Override
    public String holds(String list, String value) {
        return "(" + value + " = ANY (" + list + "))";
    }

    @Override
    public String hasWords(String haystack, String needle) {
        return "CASE WHEN " + haystack + " IS NOT NULL AND " + needle + " IS NOT NULL THEN " + words(haystack) + " @> "
                + words(needle) + " END";
    }

    private static String words(String text) {
        return "ARRAY(SELECT w_.m[1] FROM regexp_matches(lower(" + text + "), '([[:alnum:]]+)', 'g') AS w_(m))";
    }

    @Override
    public String extracted(String value, String pattern) {
        return "nullif(substring(" + value + " FROM " + pattern + "), '')";
    }

    /** {@code OFFSET 0} keeps the planner from writing the values out again. */
    @Override
    public String let(List<String> names, List<String> values, Function<List<String>, String> body) {
        var row = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            row.append(i == 0 ? "" : ", ").append(values.get(i)).append(" AS ").append(names.get(i));
        }
        String relation = names.getFirst() + "_";
        List<String> bound = names.stream().map(n -> relation + "." + n).toList();
        return "(SELECT " + body.apply(bound) + " FROM (SELECT " + row + " OFFSET 0) AS " + relation + ")";
    }

    @Override
    public String chain(
            List<String> rows,
            List<String> first,
            List<UnaryOperator<List<String>>> steps,
            Function<List<String>, String> body) {
        List<String> values = first;
        String from = "";
        for (int i = 0; i <= steps.size(); i++) {
            from = " FROM (SELECT " + columns(values) + from + " OFFSET 0) AS " + rows.get(i);
            List<String> fields = fields(rows.get(i), values.size());
            values = i < steps.size() ? steps.get(i).apply(fields) : List.of(body.apply(fields));
        }
        return "(SELECT " + values.getFirst() + from + ")";
    }

    private static String columns(List<String> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i) + " AS f" + i)
                .collect(Collectors.joining(", "));
    }

    private static List<String> fields(String row, int width) {
        return IntStream.range(0, width).mapToObj(i -> row + ".f" + i).toList();
    }

    /** Within a subquery that {@link #let} makes, what names no column would count the one row there. */
    @Override
    public String rows(Supplier<String> column) {
        return "count(*) FILTER (WHERE (" + column.get() + " IS NULL) IS NOT NULL)";
    }

    private String twice(String value, UnaryOperator<String> body) {
        return value.length() <= LONG
                ? body.apply(value)
                : let(List.of("n_"), List.of(value), v -> body.apply(v.getFirst()));
    }

    @Override
    public boolean fullJoinsNeedEquality() {
        return true;
    }

    @Override
    public String whole(String number) {
        return twice(number, x -> "CASE WHEN abs(" + x + ") < 9e18 THEN CAST(" + x + " AS BIGINT) END");
    }

    @Override
    public String cellsAround(String ra, String dec, double radiusDeg, double heightDeg, UnaryOperator<String> cells) {
        String r = real(radiusDeg);
        String h = real(heightDeg);
        String half = "CASE WHEN abs(k_.d) + " + r + " < 89.9 THEN degrees(asin(least(1, sin(radians(" + r
                + ")) / cos(radians(k_.d))))) + 1e-9 ELSE 180 END";
        String first = whole("floor((k_.a - k_.w) / 360 * n_.n)");
        String last = whole("floor((k_.a + k_.w) / 360 * n_.n)");
        return "ARRAY(SELECT z_ * 4294967296 + mod(mod(f_.f + i_, n_.n) + n_.n, n_.n) FROM (SELECT l_.a, l_.d, "
                + half.replace("k_.", "l_.") + " AS w FROM (SELECT " + ra + " AS a, " + dec
                + " AS d OFFSET 0) AS l_ OFFSET 0) AS k_, LATERAL generate_series("
                + whole("floor((k_.d - " + r + " + 90) / " + h + ")") + ", "
                + whole("floor((k_.d + " + r + " + 90) / " + h + ")") + ") AS z_, LATERAL (SELECT " + cells.apply("z_")
                + " AS n OFFSET 0) AS n_, LATERAL (SELECT "
                + first + " AS f, " + last
                + " AS l OFFSET 0) AS f_, LATERAL generate_series(CAST(0 AS BIGINT), least(f_.l - f_.f + 1, n_.n) - 1) AS i_)";
    }
}
