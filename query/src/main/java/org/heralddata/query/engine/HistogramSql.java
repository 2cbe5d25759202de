package org.heralddata.query.engine;

import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.table.ColumnType;
import org.heralddata.query.HistogramSpec.Scale;

/** Prints the number of the bin that a cell falls into: 0 below, 1 to n, n + 1 above, null without a value. */
final class HistogramSql {

    private HistogramSql() {}

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

    static boolean needsNanoseconds(PublishedColumn column) {
        return column.type() == ColumnType.TIMESTAMP;
    }
}
