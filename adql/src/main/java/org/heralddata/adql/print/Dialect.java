package org.heralddata.adql.print;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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

    /** An integer literal that arithmetic of a type is done with. */
    default String integer(String digits, ValueType type) {
        return digits;
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

    /** A timestamp in ISO 8601, with as many decimals as it needs. */
    String iso(String time);

    /** A value in another type; neither is a geometry, and no timestamp becomes a string. */
    default String cast(String value, ValueType from, ValueType to) {
        return "CAST(" + value + " AS " + type(to) + ")";
    }

    /** The number, but NULL for NaN. */
    default String notNan(String number, ValueType type) {
        return "nullif(" + number + ", CAST('NaN' AS " + type(type) + "))";
    }

    /** Quotient of integers, towards 0; the divisor is not 0. */
    default String quotient(String a, String b) {
        return a + " / " + b;
    }

    /** The remainder of integers, with the sign of a; b is not 0. */
    default String remainder(String a, String b) {
        return "mod(" + a + ", " + b + ")";
    }

    /** The remainder of doubles, with the sign of a; b is not 0. */
    default String realRemainder(String a, String b) {
        return "mod(" + a + ", " + b + ")";
    }

    /** Of 64-bit integers. */
    default String bitwise(BinaryOperator operator, String a, String b) {
        return a + " " + operator.symbol() + " " + b;
    }

    default String bitwiseNot(String a) {
        return "~" + a;
    }

    /** A 64-bit integer, not negative, without its lowest bits. */
    default String shiftedRight(String number, String bits) {
        return number + " >> " + bits;
    }

    /** A 64-bit integer, not negative, with so many zero bits appended; the product has less than 64. */
    default String shiftedLeft(String number, String bits) {
        return number + " << " + bits;
    }

    /** {@code LIKE} where no character escapes another. */
    default String like(String value, String pattern, boolean anyCase) {
        return value + (anyCase ? " ILIKE " : " LIKE ") + pattern;
    }

    /** A list of doubles. */
    String list(List<String> elements);

    /** A list of 64-bit integers. */
    String counts(List<String> elements);

    /** An element of a list, from 1. */
    default String element(String list, int index) {
        return "(" + list + ")[" + index + "]";
    }

    /** A function of one or two doubles that all engines call alike: NULL, NaN or an infinity where it has no value. */
    default String function(String name, List<String> arguments) {
        return name + "(" + String.join(", ", arguments) + ")";
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

    /** The decimal numbers in a string, as a list of doubles. */
    String numbers(String text);

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
    String let(List<String> names, List<String> values, Function<List<String>, String> body);

    /**
     * An expression of values that are made step by step, each row of them from the one before. Engines plan it in a time that grows
     * with the steps, where {@link #let} within {@code let} within {@code let} doubles it each time.
     *
     * @param rows  a name for each row, of which there is one more than steps
     * @param first the values of the first row
     */
    String chain(
            List<String> rows,
            List<String> first,
            List<UnaryOperator<List<String>>> steps,
            Function<List<String>, String> body);

    /** The number of rows of a group, {@code COUNT(*)}; any column of them may be named. */
    default String rows(Supplier<String> column) {
        return "count(*)";
    }

    /** {@code LIMIT} and {@code OFFSET} with a blank in front; a negative limit is none. */
    default String limit(long limit, long offset) {
        return (limit < 0 ? "" : " LIMIT " + limit) + (offset == 0 ? "" : " OFFSET " + offset);
    }

    /** True if a full join must have equal columns among its conditions. */
    default boolean fullJoinsNeedEquality() {
        return false;
    }

    /** A number as BIGINT; NULL where it is none. */
    default String whole(String number) {
        return "CAST(" + number + " AS " + type(ValueType.BIGINT) + ")";
    }

    /**
     * A list of the numbers of all cells that a circle touches.
     *
     * @param ra        0 to 360
     * @param heightDeg of zones of declination
     * @param cells     how many cells a zone has
     */
    String cellsAround(String ra, String dec, double radiusDeg, double heightDeg, UnaryOperator<String> cells);

    /** A relation with a row for each element of a list, which is a column of a name; rows without elements are left out. */
    default String each(String relation, String alias, String list, String name) {
        return "(SELECT " + alias + ".*, unnest(" + list + ") AS " + name + " FROM " + relation + " AS " + alias + ")";
    }
}
