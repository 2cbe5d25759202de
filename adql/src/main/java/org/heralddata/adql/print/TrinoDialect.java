package org.heralddata.adql.print;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.schema.ValueType.Kind;
import org.heralddata.adql.tree.Expression.BinaryOperator;

/** Trino, as of version 479. Values that are used more than once are bound by lambda expressions over a row of them. */
public final class TrinoDialect extends NanosecondTimes {

    @Override
    public String type(ValueType type) {
        int levels = type.shape().isScalar() ? 0 : type.shape().levels();
        return "ARRAY(".repeat(levels) + scalar(type) + ")".repeat(levels);
    }

    private static String scalar(ValueType type) {
        return switch (type.element()) {
            case BOOL -> "BOOLEAN";
            case INT8, INT16 -> "SMALLINT";
            case INT32, UINT8, UINT16 -> "INTEGER";
            case INT64, UINT32, TIMESTAMP -> "BIGINT";
            case UINT64 -> "DECIMAL(20,0)";
            case FLOAT32 -> "REAL";
            case FLOAT64 -> "DOUBLE";
            case STRING -> "VARCHAR";
            case BYTES -> "VARBINARY";
        };
    }

    @Override
    public String integer(String digits, ValueType type) {
        return type.equals(ValueType.BIGINT) ? "BIGINT '" + digits + "'" : digits;
    }

    /** Doubles hold seconds since 1970 to a quarter of a microsecond. */
    @Override
    String microseconds(String stored) {
        return "CAST(round(to_unixtime(" + stored + ") * 1e6) AS BIGINT)";
    }

    @Override
    public String timesOf(String micros, String fraction, int levels) {
        if (levels == 0) {
            return timeOf(micros, fraction);
        }
        String pair = "x" + levels + "_";
        return "transform(zip(" + micros + ", " + fraction + "), " + pair + " -> "
                + timesOf(pair + "[1]", pair + "[2]", levels - 1) + ")";
    }

    @Override
    public String iso(String time) {
        return "regexp_replace(replace(CAST(CAST(from_unixtime_nanos(" + time
                + ") AT TIME ZONE 'UTC' AS TIMESTAMP(9)) AS VARCHAR), ' ', 'T'), '[.]?0+$', '')";
    }

    /** Microseconds as the engine reads them, the last three digits by themselves. */
    @Override
    public String cast(String value, ValueType from, ValueType to) {
        if (to.kind() != Kind.TIME || from.kind() != Kind.TEXT) {
            return super.cast(value, from, to);
        }
        String coarse = "regexp_replace(replace(" + value + ", 'T', ' '), '([.][0-9]{6})[0-9]+', '$1')";
        String fine = "coalesce(regexp_extract(" + value + ", '[.][0-9]{6}([0-9]{1,3})', 1), '')";
        return "(" + microseconds("CAST(" + coarse + " AS TIMESTAMP(6))") + " * 1000 + CAST(rpad(" + fine
                + ", 3, '0') AS BIGINT))";
    }

    /** NaN equals nothing. */
    @Override
    public String notNan(String number, ValueType type) {
        return "if(is_nan(" + number + "), NULL, " + number + ")";
    }

    @Override
    public String bitwise(BinaryOperator operator, String a, String b) {
        return switch (operator) {
            case BITWISE_AND -> "bitwise_and(" + a + ", " + b + ")";
            case BITWISE_OR -> "bitwise_or(" + a + ", " + b + ")";
            case BITWISE_XOR -> "bitwise_xor(" + a + ", " + b + ")";
            default -> super.bitwise(operator, a, b);
        };
    }

    @Override
    public String bitwiseNot(String a) {
        return "bitwise_not(" + a + ")";
    }

    @Override
    public String shiftedRight(String number, String bits) {
        return "bitwise_right_shift(" + number + ", " + bits + ")";
    }

    @Override
    public String shiftedLeft(String number, String bits) {
        return "bitwise_left_shift(" + number + ", " + bits + ")";
    }

    @Override
    public String like(String value, String pattern, boolean anyCase) {
        return anyCase ? "lower(" + value + ") LIKE lower(" + pattern + ")" : super.like(value, pattern, false);
    }

    @Override
    public String list(List<String> elements) {
        return "CAST(ARRAY[" + String.join(", ", elements) + "] AS ARRAY(DOUBLE))";
    }

    @Override
    public String counts(List<String> elements) {
        return "CAST(ARRAY[" + String.join(", ", elements) + "] AS ARRAY(BIGINT))";
    }

    @Override
    public String function(String name, List<String> arguments) {
        return super.function(name.equals("trunc") ? "truncate" : name, arguments);
    }

    @Override
    public String truncated(String number, String places) {
        String power = "power(10, " + places + ")";
        return "(truncate(" + number + " * " + power + ") / " + power + ")";
    }

    @Override
    public String joined(String value, String delimiter) {
        return "array_join(array_agg(" + value + " ORDER BY " + value + ") FILTER (WHERE " + value + " IS NOT NULL), "
                + delimiter + ")";
    }

    @Override
    public String matches(String value, String pattern) {
        return "regexp_like(" + value + ", " + pattern + ")";
    }

    /** The engine escapes as forms do. */
    @Override
    public String urlEscaped(String value) {
        return "replace(replace(replace(url_encode(" + value + "), '+', '%20'), '*', '%2A'), '%7E', '~')";
    }

    @Override
    public String numbers(String text) {
        return "transform(regexp_extract_all(" + text
                + ", '[-+]?[0-9]+[.]?[0-9]*([eE][-+]?[0-9]+)?'), s_ -> CAST(s_ AS DOUBLE))";
    }

    @Override
    public String split(String value, String delimiter) {
        return "split(" + value + ", " + delimiter + ")";
    }

    @Override
    public String holds(String list, String value) {
        return "contains(" + list + ", " + value + ")";
    }

    @Override
    public String hasWords(String haystack, String needle) {
        return "(cardinality(array_except(" + words(needle) + ", " + words(haystack) + ")) = 0)";
    }

    private static String words(String text) {
        return "regexp_extract_all(lower(" + text + "), '[\\p{L}\\p{N}]+')";
    }

    @Override
    public String extracted(String value, String pattern) {
        return "nullif(regexp_extract(" + value + ", " + pattern + ", 1), '')";
    }

    @Override
    public String let(List<String> names, List<String> values, Function<List<String>, String> body) {
        String variable = names.getFirst() + "_";
        List<String> bound = fields(variable, names.size());
        return "transform(ARRAY[ROW(" + String.join(", ", values) + ")], " + variable + " -> " + body.apply(bound)
                + ")[1]";
    }

    @Override
    public String chain(
            List<String> rows,
            List<String> first,
            List<UnaryOperator<List<String>>> steps,
            Function<List<String>, String> body) {
        var list = new StringBuilder("ARRAY[ROW(" + String.join(", ", first) + ")]");
        int width = first.size();
        for (int i = 0; i < steps.size(); i++) {
            List<String> next = steps.get(i).apply(fields(rows.get(i), width));
            list.insert(0, "transform(").append(", " + rows.get(i) + " -> ROW(" + String.join(", ", next) + "))");
            width = next.size();
        }
        String last = rows.getLast();
        return "transform(" + list + ", " + last + " -> " + body.apply(fields(last, width)) + ")[1]";
    }

    private static List<String> fields(String row, int width) {
        return IntStream.rangeClosed(1, width)
                .mapToObj(i -> row + "[" + i + "]")
                .toList();
    }

    @Override
    public String limit(long limit, long offset) {
        return (offset == 0 ? "" : " OFFSET " + offset) + (limit < 0 ? "" : " LIMIT " + limit);
    }

    @Override
    public String whole(String number) {
        return "TRY_CAST(" + number + " AS BIGINT)";
    }

    @Override
    public String cellsAround(String ra, String dec, double radiusDeg, double heightDeg, UnaryOperator<String> cells) {
        String r = real(radiusDeg);
        String h = real(heightDeg);
        return let(List.of("k_", "d_"), List.of(ra, dec), k -> {
            String half = "CASE WHEN abs(" + k.get(1) + ") + " + r + " < " + real(89.9)
                    + " THEN degrees(asin(least(1, sin(radians(" + r + ")) / cos(radians(" + k.get(1) + "))))) + "
                    + real(1e-9) + " ELSE " + real(180) + " END";
            String from = whole("floor((" + k.get(1) + " - " + r + " + 90) / " + h + ")");
            String to = whole("floor((" + k.get(1) + " + " + r + " + 90) / " + h + ")");
            return let(
                    List.of("w_"),
                    List.of(half),
                    w -> "flatten(transform(sequence(" + from + ", " + to + "), z_ -> "
                            + let(
                                    List.of("n_", "f_", "l_"),
                                    List.of(
                                            cells.apply("z_"),
                                            whole("floor((" + k.getFirst() + " - " + w.getFirst() + ") / 360 * "
                                                    + cells.apply("z_") + ")"),
                                            whole("floor((" + k.getFirst() + " + " + w.getFirst() + ") / 360 * "
                                                    + cells.apply("z_") + ")")),
                                    n ->
                                            ("transform(sequence(0, least(%3$s - %2$s + 1, %1$s) - 1), i_ -> z_ * BIGINT '4294967296'"
                                                            + " + mod(mod(%2$s + i_, %1$s) + %1$s, %1$s))")
                                                    .formatted(n.get(0), n.get(1), n.get(2)))
                            + "))");
        });
    }

    /** What makes rows of lists stands after FROM. */
    @Override
    public String each(String relation, String alias, String list, String name) {
        return "(SELECT " + alias + ".*, u_." + name + " FROM " + relation + " AS " + alias + " CROSS JOIN UNNEST("
                + list + ") AS u_ (" + name + "))";
    }
}
