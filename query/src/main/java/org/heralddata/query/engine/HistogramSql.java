package org.heralddata.query.engine;

import java.util.Set;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.table.ColumnType;
import org.heralddata.query.HistogramSpec.Scale;

/** Prints the number of the bin that a cell falls into: 0 below, 1 to n, n + 1 above, null without a value. */
final class HistogramSql {

    private HistogramSql() {}

    /**
     * The values of a column as floating-point numbers, null for NaN: one a row, or those of a row's list each in a row of its own.
     *
     * @param used columns of the files that are named
     */
    static String value(PublishedColumn column, Set<String> used) {
        String numbers = numbers(column, used);
        return column.shape().isScalar() ? numbers : "unnest(" + numbers + ")";
    }

    /** The cell, or the list of its elements. */
    private static String numbers(PublishedColumn column, Set<String> used) {
        used.add(column.name());
        String name = Sql.name(column.name());
        String nanoseconds = "";
        if (needsNanoseconds(column)) {
            used.add(column.name() + "_ns");
            nanoseconds = Sql.name(column.name() + "_ns");
        }
        if (column.shape().isScalar()) {
            return number(column, name, nanoseconds);
        }
        String flat = ListSql.flat(name, column.shape());
        return nanoseconds.isEmpty()
                ? "list_transform(%s, lambda x_: %s)".formatted(flat, number(column, "x_", ""))
                : "list_transform(list_zip(%s, %s), lambda x_: %s)"
                        .formatted(flat, ListSql.flat(nanoseconds, column.shape()), number(column, "x_[1]", "x_[2]"));
    }

    /** A cell as a floating-point number, null for NaN; {@code value} is the cell, or an element of it. */
    static String number(PublishedColumn column, String value, String nanoseconds) {
        boolean nans = column.type().isFloating() && column.statistics().nans() > 0;
        String number = plain(column, value, nanoseconds);
        return nans ? "nullif(" + number + ", 'NaN'::DOUBLE)" : number;
    }

    private static String plain(PublishedColumn column, String value, String nanoseconds) {
        return switch (column.type()) {
            case FLOAT64 -> value;
            case TIMESTAMP -> "(epoch_us(%s) * 1000 + coalesce(%s, 0))::DOUBLE".formatted(value, nanoseconds);
            case BOOL -> value + "::INTEGER::DOUBLE";
            default -> value + "::DOUBLE";
        };
    }

    /**
     * The nearest edge is found by arithmetic, the side of it by comparison, so that no rounding moves a value that lies on
     * an edge. Without a branch, for DuckDB then works out common parts once; null for cells without a value.
     *
     * @param x a floating-point expression without NaN
     */
    static String bin(Binning axis, String x) {
        String start = Sql.real(axis.start());
        boolean log = axis.scale() == Scale.LOG;
        // the logarithm of what is far below the axis is not needed, and that of 0 is an error
        String along = log ? "log10(greatest(%s, %s))".formatted(x, Sql.real(axis.min() / 2)) : x;
        String edge = "floor((%s - %s) * %s + %s)".formatted(along, start, Sql.real(1 / axis.width()), Sql.real(0.5));
        String position = "%s + %s * %s".formatted(start, Sql.real(axis.width()), edge);
        String before = truth("%s < %s".formatted(x, log ? "pow(10, " + position + ")" : position));
        String inside =
                "greatest(%s, least(%s, %1$s + %s - %s))".formatted(Sql.real(1), Sql.real(axis.bins()), edge, before);
        String above = truth("%s > %s".formatted(x, Sql.real(axis.max())));
        String below = truth("%s < %s".formatted(x, Sql.real(axis.min())));
        return "(%s + %s - %s)::%s".formatted(inside, above, below, axis.bins() < 255 ? "UTINYINT" : "INTEGER");
    }

    private static String truth(String condition) {
        return "(" + condition + ")::TINYINT::DOUBLE";
    }

    private static boolean needsNanoseconds(PublishedColumn column) {
        return column.type() == ColumnType.TIMESTAMP;
    }
}
