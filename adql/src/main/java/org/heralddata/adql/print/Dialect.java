package org.heralddata.adql.print;

import java.util.List;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.tree.Expression.BinaryOperator;

/**
 * How one engine writes what every engine has. Arguments are SQL already, safe to stand as operands. Implementations are
 * stateless and safe for many threads.
 */
public interface Dialect {

    /** A name in quotes. */
    default String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A string literal. */
    default String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Name of a type; of a list of doubles for geometries. */
    String type(ValueType type);

    /** A literal of {@code DOUBLE PRECISION}. */
    default String real(double number) {
        return "CAST('" + number + "' AS " + type(ValueType.DOUBLE) + ")";
    }

    /** A literal of {@code REAL}. */
    default String single(float number) {
        return "CAST('" + number + "' AS " + type(ValueType.REAL) + ")";
    }

    /** A timestamp literal, of nanoseconds since 1970. */
    String time(long nanoseconds);

    /** A timestamp literal of a stored column, of microseconds since 1970. */
    String storedTime(long microseconds);

    /**
     * A stored timestamp as a value.
     *
     * @param micros   the column that holds microseconds
     * @param fraction the column that holds nanoseconds within the microsecond; empty if there is none
     */
    String timeOf(String micros, String fraction);

    /** A stored list of timestamps, as {@link #timeOf}, but as nanoseconds since 1970. */
    default String timesOf(String micros, String fraction, int levels) {
        return micros;
    }

    /** A timestamp as the number of nanoseconds since 1970 that leaves the engine. */
    String nanoseconds(String time);

    /** Days since 1858-11-17T00:00. */
    String modifiedJulianDate(String time);

    /** A timestamp in ISO 8601. */
    String iso(String time);

    /** The number, but NULL for NaN. */
    default String notNan(String number, ValueType type) {
        return "nullif(" + number + ", CAST('NaN' AS " + type(type) + "))";
    }

    /** Quotient of integers, towards 0; the divisor is not 0. */
    default String quotient(String a, String b) {
        return a + " / " + b;
    }

    /** The remainder of integers or of doubles, with the sign of a; b is not 0. */
    default String remainder(String a, String b) {
        return "mod(" + a + ", " + b + ")";
    }

    /** Of 64-bit integers. */
    default String bitwise(BinaryOperator operator, String a, String b) {
        return a + " " + operator.symbol() + " " + b;
    }

    default String bitwiseNot(String a) {
        return "~" + a;
    }

    /** A positive integer without its lowest bits. */
    default String shiftedRight(String number, int bits) {
        return number + " >> " + bits;
    }

    /** {@code LIKE} where no character escapes another. */
    default String like(String value, String pattern, boolean anyCase) {
        return value + (anyCase ? " ILIKE " : " LIKE ") + pattern;
    }

    /** A list of doubles. */
    String list(List<String> elements);

    /** An element of a list, from 1. */
    default String element(String list, int index) {
        return "(" + list + ")[" + index + "]";
    }

    /** A function of one or two doubles that all engines call alike: NULL where it has no value. */
    default String function(String name, String arguments) {
        return name + "(" + arguments + ")";
    }

    /** Of a number to n places; half away from 0. */
    default String rounded(String number, String places) {
        return "round(" + number + ", " + places + ")";
    }

    /** Towards 0 to n places. */
    default String truncated(String number, String places) {
        return "trunc(" + number + ", " + places + ")";
    }

    /** A random number from 0 to 1, another in every row. */
    default String random() {
        return "random()";
    }

    /** The strings of a group, in order. */
    default String joined(String value, String delimiter) {
        return "string_agg(" + value + ", " + delimiter + " ORDER BY " + value + ")";
    }

    /** True if a regular expression is found in a string. */
    String matches(String value, String pattern);

    /** A string as it can stand in the query of a URL. */
    String urlEscaped(String value);

    /** The elements of a string between delimiters. */
    String split(String value, String delimiter);

    /** True if a list of strings holds one. */
    String holds(String list, String value);

    /** True if a string holds every word of another, whatever the case. */
    String hasWords(String haystack, String needle);

    /** What the first group of a regular expression finds. */
    String extracted(String value, String pattern);

    /**
     * An expression that uses values more than once, without writing them more than once.
     *
     * @param values SQL of type DOUBLE, one for each name
     * @param body   made from what the names are within it
     */
    String let(List<String> names, List<String> values, java.util.function.Function<List<String>, String> body);

    /** {@code LIMIT} and {@code OFFSET} with a blank in front; a negative limit is none. */
    default String limit(long limit, long offset) {
        return (limit < 0 ? "" : " LIMIT " + limit) + (offset == 0 ? "" : " OFFSET " + offset);
    }

    /** True if joins by position may become joins by equal cells. */
    default boolean joinsByCells() {
        return false;
    }

    /** A number as BIGINT; NULL where it is none. */
    default String whole(String number) {
        return "CAST(" + number + " AS " + type(ValueType.BIGINT) + ")";
    }

    /**
     * The numbers of all cells that a circle touches, one a row, for a list of columns.
     *
     * @param ra        0 to 360
     * @param heightDeg of zones of declination
     * @param cells     how many cells a zone has
     */
    default String cellsAround(
            String ra, String dec, double radiusDeg, double heightDeg, java.util.function.UnaryOperator<String> cells) {
        throw new UnsupportedOperationException();
    }
}
