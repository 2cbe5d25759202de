package org.heralddata.adql.print;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.tree.Expression.BinaryOperator;

/** DuckDB 2.0. Timestamps are {@code TIMESTAMP_NS}; floating-point numbers are IEEE's, with NaN the greatest of all. */
public final class DuckDbDialect implements Dialect {

    @Override
    public String type(ValueType type) {
        if (!type.shape().isScalar()) {
            return scalar(type) + "[]".repeat(type.shape().levels());
        }
        return scalar(type);
    }

    private static String scalar(ValueType type) {
        return switch (type.element()) {
            case BOOL -> "BOOLEAN";
            case INT8, INT16 -> "SMALLINT";
            case INT32, UINT8, UINT16 -> "INTEGER";
            case INT64, UINT32 -> "BIGINT";
            case UINT64 -> "DECIMAL(20,0)";
            case FLOAT32 -> "FLOAT";
            case FLOAT64 -> "DOUBLE";
            case STRING -> "VARCHAR";
            case BYTES -> "BLOB";
            case TIMESTAMP -> "TIMESTAMP_NS";
        };
    }

    @Override
    public String real(double number) {
        return "'" + number + "'::DOUBLE";
    }

    @Override
    public String single(float number) {
        return "'" + number + "'::FLOAT";
    }

    @Override
    public String time(long nanoseconds) {
        return "make_timestamp_ns(" + nanoseconds + ")";
    }

    @Override
    public String storedTime(long microseconds) {
        return "make_timestamp(" + microseconds + ")";
    }

    @Override
    public String timeOf(String micros, String fraction) {
        return fraction.isEmpty()
                ? "make_timestamp_ns(epoch_ns(" + micros + "))"
                : "make_timestamp_ns(epoch_us(" + micros + ") * 1000 + coalesce(" + fraction + ", 0))";
    }

    @Override
    public String timesOf(String micros, String fraction, int levels) {
        if (levels == 0) {
            return "epoch_us(" + micros + ") * 1000 + coalesce(" + fraction + ", 0)";
        }
        String pair = "x" + levels + "_";
        String element = timesOf(pair + "[1]", pair + "[2]", levels - 1);
        return "CASE WHEN %1$s IS NOT NULL THEN list_transform(list_zip(%1$s, %2$s), lambda %3$s: %4$s) END"
                .formatted(micros, fraction, pair, element);
    }

    @Override
    public String nanoseconds(String time) {
        return "epoch_ns(" + time + ")";
    }

    @Override
    public String modifiedJulianDate(String time) {
        return "(epoch_ns(" + time + ") / 86400e9 + 40587)";
    }

    @Override
    public String iso(String time) {
        return "replace(CAST(" + time + " AS VARCHAR), ' ', 'T')";
    }

    @Override
    public String notNan(String number, ValueType type) {
        return "nullif(" + number + ", 'NaN')";
    }

    @Override
    public String quotient(String a, String b) {
        return a + " // " + b;
    }

    @Override
    public String bitwise(BinaryOperator operator, String a, String b) {
        return operator == BinaryOperator.BITWISE_XOR
                ? "xor(" + a + ", " + b + ")"
                : Dialect.super.bitwise(operator, a, b);
    }

    @Override
    public String list(List<String> elements) {
        return "[" + String.join(", ", elements) + "]";
    }

    @Override
    public String counts(List<String> elements) {
        return list(elements);
    }

    @Override
    public String matches(String value, String pattern) {
        return "regexp_matches(" + value + ", " + pattern + ")";
    }

    @Override
    public String urlEscaped(String value) {
        return "url_encode(" + value + ")";
    }

    @Override
    public String numbers(String text) {
        return "list_transform(regexp_extract_all(" + text
                + ", '[-+]?[0-9]+[.]?[0-9]*([eE][-+]?[0-9]+)?'), lambda s_: CAST(s_ AS DOUBLE))";
    }

    @Override
    public String split(String value, String delimiter) {
        return "string_split(" + value + ", " + delimiter + ")";
    }

    @Override
    public String holds(String list, String value) {
        return "list_contains(" + list + ", " + value + ")";
    }

    @Override
    public String hasWords(String haystack, String needle) {
        return "list_has_all(" + words(haystack) + ", " + words(needle) + ")";
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
        var struct = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            struct.append(i == 0 ? "" : ", ").append(names.get(i)).append(": ").append(values.get(i));
        }
        String variable = names.getFirst() + "_";
        List<String> bound = names.stream().map(n -> variable + "." + n).toList();
        return "list_transform([{" + struct + "}], lambda " + variable + ": " + body.apply(bound) + ")[1]";
    }

    @Override
    public String chain(
            List<String> rows,
            List<String> first,
            List<UnaryOperator<List<String>>> steps,
            Function<List<String>, String> body) {
        var list = new StringBuilder("[" + struct(first) + "]");
        int width = first.size();
        for (int i = 0; i < steps.size(); i++) {
            List<String> next = steps.get(i).apply(fields(rows.get(i), width));
            list.insert(0, "list_transform(").append(", lambda " + rows.get(i) + ": " + struct(next) + ")");
            width = next.size();
        }
        String last = rows.getLast();
        return "list_transform(" + list + ", lambda " + last + ": " + body.apply(fields(last, width)) + ")[1]";
    }

    private static String struct(List<String> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> "f" + i + ": " + values.get(i))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static List<String> fields(String row, int width) {
        return IntStream.range(0, width).mapToObj(i -> row + ".f" + i).toList();
    }

    @Override
    public String whole(String number) {
        return "TRY_CAST(" + number + " AS BIGINT)";
    }

    @Override
    public String cellsAround(String ra, String dec, double radiusDeg, double heightDeg, UnaryOperator<String> cells) {
        String r = real(radiusDeg);
        String h = real(heightDeg);
        String half = "CASE WHEN abs(k_.d) + " + r + " < 89.9 THEN degrees(asin(least(1, sin(radians(" + r
                + ")) / cos(radians(k_.d))))) + 1e-9 ELSE 180 END";
        String zones = "range(TRY_CAST(floor((k_.d - " + r + " + 90) / " + h + ") AS BIGINT), TRY_CAST(floor((k_.d + "
                + r + " + 90) / " + h + ") AS BIGINT) + 1)";
        String cell = "lambda i_: z_ * 4294967296 + ((CAST(floor((k_.a - k_.w) / 360 * " + cells.apply("z_")
                + ") AS BIGINT) + i_) % " + cells.apply("z_") + " + " + cells.apply("z_") + ") % " + cells.apply("z_");
        String count = "least(CAST(floor((k_.a + k_.w) / 360 * " + cells.apply("z_")
                + ") AS BIGINT) - CAST(floor((k_.a - k_.w) / 360 * " + cells.apply("z_") + ") AS BIGINT) + 1, "
                + cells.apply("z_") + ")";
        String list =
                "list_transform([{a: " + ra + ", d: " + dec + "}], lambda k_: {a: k_.a, d: k_.d, w: " + half + "})[1]";
        return "flatten(list_transform([" + list + "], lambda k_: flatten(list_transform(" + zones
                + ", lambda z_: list_transform(range(0, " + count + "), " + cell + ")))))";
    }
}
