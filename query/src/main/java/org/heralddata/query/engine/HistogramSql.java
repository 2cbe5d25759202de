package org.heralddata.query.engine;

import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.table.ColumnType;
import org.heralddata.query.HistogramSpec.Scale;

/** Prints the number of the bin that a cell falls into: 0 below, 1 to n, n + 1 above, n + 2 without a value. */
final class HistogramSql {

    private HistogramSql() {}

    /** A cell as a floating-point number; {@code value} is the cell, or an element of it. */
    static String number(PublishedColumn column, String value, String nanoseconds) {
        return switch (column.type()) {
            case FLOAT64 -> value;
            case TIMESTAMP -> "(epoch_us(%s) * 1000 + coalesce(%s, 0))::DOUBLE".formatted(value, nanoseconds);
            case BOOL -> value + "::INTEGER::DOUBLE";
            default -> value + "::DOUBLE";
        };
    }

    /**
     * The nearest edge is found by arithmetic, the side of it by comparison, so that no rounding moves a value that lies on
     * an edge.
     *
     * @param x a floating-point expression, cheap to repeat
     */
    static String bin(PublishedColumn column, Binning axis, String x) {
        String start = Sql.real(axis.start());
        String width = Sql.real(axis.width());
        boolean log = axis.scale() == Scale.LOG;
        String along = log ? "log10(" + x + ")" : x;
        String edge = "round((%s - %s) / %s)".formatted(along, start, width);
        String position = "%s + %s * %s".formatted(start, edge, width);
        String beyond = "%s < %s".formatted(x, log ? "pow(10, " + position + ")" : position);
        String inside =
                "1 + greatest(0, least(%d, %s::INTEGER - (%s)::INTEGER))".formatted(axis.bins() - 1, edge, beyond);
        String nan = column.type().isFloating() && column.statistics().nans() > 0 ? " OR isnan(%s)".formatted(x) : "";
        boolean whole = column.statistics().nulls() == 0
                && nan.isEmpty()
                && column.shape().isScalar();
        return "CASE %sWHEN %s < %s THEN 0 WHEN %s > %s THEN %d ELSE %s END"
                .formatted(
                        whole ? "" : "WHEN %s IS NULL%s THEN %d ".formatted(x, nan, axis.bins() + 2),
                        x,
                        Sql.real(axis.min()),
                        x,
                        Sql.real(axis.max()),
                        axis.bins() + 1,
                        inside);
    }

    static boolean needsNanoseconds(PublishedColumn column) {
        return column.type() == ColumnType.TIMESTAMP;
    }
}
