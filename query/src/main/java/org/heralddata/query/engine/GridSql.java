package org.heralddata.query.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.table.ColumnType;
import org.heralddata.query.cube.Grid;
import org.heralddata.query.cube.Grids;

/**
 * Prints the code that a cell has on a {@link Grid}: by arithmetic the nearest value, by comparison the side of it, so that a
 * cell lies where a limit of the same decimals puts it. Null for cells without a value.
 *
 * <p>All numbers are printed as {@code DOUBLE}: with decimals DuckDB takes ten times as long.
 */
final class GridSql {

    private GridSql() {}

    /** The column of a copy that holds the codes of the usual grid; no name of a published column begins so. */
    static String stored(String column) {
        return "#g " + column;
    }

    /** Whether a copy holds the codes. */
    static boolean isStored(Place place, String column, Grid grid) {
        return place.copy() != null
                && CopyFile.coded(place.source()).contains(column)
                && Grids.usual(place.source().column(column))
                        .filter(grid::equals)
                        .isPresent();
    }

    /**
     * @param used columns of the files that are named
     */
    static String code(Place place, String column, Grid grid, Set<String> used) {
        if (isStored(place, column, grid)) {
            return Sql.name(stored(column));
        }
        return code(place.source().column(column), grid, used);
    }

    static String code(PublishedColumn column, Grid grid, Set<String> used) {
        used.add(column.name());
        if (column.type() == ColumnType.TIMESTAMP) {
            used.add(column.name() + "_ns");
        }
        String x = x(column);
        String k = clamped(
                switch (grid) {
                    case Grid.Decimal _ ->
                        "floor((%s - %s) * %s + %s)"
                                .formatted(
                                        x,
                                        Sql.real(grid.value(0)),
                                        Sql.real(grid.steps() / (grid.value(grid.steps()) - grid.value(0))),
                                        Sql.real(0.5));
                    case Grid.Ratios _ -> {
                        double start = Math.log10(grid.value(0));
                        double width = (Math.log10(grid.value(grid.steps())) - start) / grid.steps();
                        yield "floor((log10(greatest(%s, %s)) - %s) * %s + %s)"
                                .formatted(
                                        x,
                                        Sql.real(grid.value(0) / 2),
                                        Sql.real(start),
                                        Sql.real(1 / width),
                                        Sql.real(0.5));
                    }
                    case Grid.Moments(var first, var step, var _) ->
                        "floor((%s - %s) * %s + %s)"
                                .formatted(x, Sql.real(first * 1e3), Sql.real(1 / (step * 1e3)), Sql.real(0.5));
                },
                grid);
        String edge = switch (grid) {
            case Grid.Decimal(var first, var step, var power, var _) -> {
                String whole = "(%s + %s * %s)".formatted(Sql.real((double) first), Sql.real((double) step), k);
                String exact = power < 0
                        ? whole + " / " + Sql.real(Math.pow(10, -power))
                        : whole + " * " + Sql.real(Math.pow(10, power));
                yield single(column, exact);
            }
            case Grid.Ratios(var values, var _, var _) ->
                single(
                        column,
                        "list_extract([%s], (%s)::INTEGER + 1)"
                                .formatted(values.stream().map(Sql::real).collect(Collectors.joining(", ")), k));
            case Grid.Moments(var first, var step, var _) ->
                "(%s + %s * %s)".formatted(Sql.real(first * 1e3), Sql.real(step * 1e3), k);
        };
        return "(%s * %s + %s + %s - %s)::USMALLINT"
                .formatted(Sql.real(2), k, Sql.real(1), truth(above(column, x, edge)), truth(x + " < " + edge));
    }

    /** What stops between the values of a grid add to a code. */
    static String stops(PublishedColumn column, List<Double> stops) {
        String x = x(column);
        return IntStream.range(0, stops.size())
                .mapToObj(i -> {
                    boolean time = column.type() == ColumnType.TIMESTAMP;
                    String at = single(column, Sql.real(time ? stops.get(i) * 1e3 : stops.get(i)));
                    return " + (%s)::TINYINT + (%s >= %s)::TINYINT".formatted(above(column, x, at), x, at);
                })
                .collect(Collectors.joining());
    }

    private static String clamped(String k, Grid grid) {
        return "least(greatest(%s, %s), %s)".formatted(k, Sql.real(0), Sql.real(grid.steps()));
    }

    /** Microseconds of times: whole, so exact. */
    private static String x(PublishedColumn column) {
        return column.type() == ColumnType.TIMESTAMP
                ? "epoch_us(" + Sql.name(column.name()) + ")::DOUBLE"
                : HistogramSql.number(column, Sql.name(column.name()), "0");
    }

    private static String above(PublishedColumn column, String x, String edge) {
        return column.type() == ColumnType.TIMESTAMP
                ? "(%1$s > %2$s OR (%1$s = %2$s AND coalesce(%3$s, 0) > 0))"
                        .formatted(x, edge, Sql.name(column.name() + "_ns"))
                : x + " > " + edge;
    }

    /** Limits of 32-bit columns are rounded to 32 bits, as {@link NumberSql} has them. */
    private static String single(PublishedColumn column, String edge) {
        return column.type() == ColumnType.FLOAT32 ? "(" + edge + ")::FLOAT::DOUBLE" : edge;
    }

    private static String truth(String condition) {
        return "(" + condition + ")::TINYINT::DOUBLE";
    }
}
