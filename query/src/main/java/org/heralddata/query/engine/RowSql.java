package org.heralddata.query.engine;

import java.util.Set;
import org.heralddata.model.catalogue.EnergyScale;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.table.ColumnType;
import org.heralddata.query.RowsRequest.Order;

/** Prints what rows show, and what they are sorted by. Notes the columns of the files that are named. */
final class RowSql {

    private RowSql() {}

    static String output(Source source, Output output, Set<String> used) {
        return switch (output) {
            case Output.Cell(var name) -> cell(source.column(name), used);
            case Output.Constant(var text) -> Sql.text(text);
            case Output.Missing(var type) ->
                type == ColumnType.TIMESTAMP ? "NULL::BIGINT" : "NULL::" + Relation.physical(type);
            case Output.EnergyInEv(var energy) -> {
                used.add(energy.column());
                String column = Sql.name(energy.column()) + "::DOUBLE";
                String linear = energy.scale() == EnergyScale.LOG10 ? "pow(10, " + column + ")" : column;
                yield energy.unitInEv() == 1 ? linear : linear + " * " + Sql.real(energy.unitInEv());
            }
        };
    }

    /** A timestamp leaves DuckDB as nanoseconds. */
    private static String cell(PublishedColumn column, Set<String> used) {
        used.add(column.name());
        String name = Sql.name(column.name());
        if (column.type() != ColumnType.TIMESTAMP) {
            return name;
        }
        used.add(column.name() + "_ns");
        String nanoseconds = Sql.name(column.name() + "_ns");
        return ListSql.nanoseconds(name, nanoseconds, column.shape().levels());
    }

    static String sorted(Source source, Order order, Set<String> used) {
        PublishedColumn column = source.column(order.column());
        used.add(column.name());
        String name = Sql.name(column.name());
        String way = (order.descending() ? " DESC" : " ASC") + " NULLS LAST";
        if (column.type() == ColumnType.TIMESTAMP) {
            used.add(column.name() + "_ns");
            return name + way + ", " + Sql.name(column.name() + "_ns") + way;
        }
        boolean nans = column.type().isFloating() && column.statistics().nans() > 0;
        return (nans ? "nullif(%s, 'NaN')".formatted(name) : name) + way;
    }
}
