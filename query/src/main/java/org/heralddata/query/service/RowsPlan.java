package org.heralddata.query.service;

import java.util.List;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.query.QueryCode;
import org.heralddata.query.RowsRequest;
import org.heralddata.query.RowsRequest.Order;
import org.heralddata.query.engine.Engine;
import org.heralddata.query.engine.Output;

/** Looks up the columns that a request for rows names. */
final class RowsPlan {

    private RowsPlan() {}

    static Engine.Row row(PublishedTable table, RowsRequest request) {
        checkOrder(table, request.order());
        List<PublishedColumn> columns = request.columns().isEmpty()
                ? table.columns()
                : request.columns().stream()
                        .map(name -> Lookup.column(table, name))
                        .toList();
        List<String> twice = columns.stream()
                .collect(Collectors.groupingBy(PublishedColumn::name, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(e -> e.getValue() > 1)
                .map(java.util.Map.Entry::getKey)
                .toList();
        if (!twice.isEmpty()) {
            throw new Refusal(Diagnostic.error(
                    QueryCode.BAD_REQUEST, "the column `%s` is asked for twice".formatted(twice.getFirst())));
        }
        List<Column> shown = columns.stream().map(PublishedColumn::toColumn).toList();
        return new Engine.Row(
                shown,
                columns.stream().<Output>map(c -> new Output.Cell(c.name())).toList());
    }

    private static void checkOrder(PublishedTable table, List<Order> order) {
        for (Order by : order) {
            PublishedColumn column = Lookup.column(table, by.column());
            if (!column.shape().isScalar() || column.type() == ColumnType.BYTES) {
                throw new Refusal(Diagnostic.error(
                        QueryCode.BAD_ORDER,
                        "rows cannot be sorted by `%s`: it holds no single values".formatted(column.name())));
            }
        }
    }

    /** Rows that are left of {@code passing} ones. */
    static long rows(long passing, RowsRequest request) {
        long left = Math.max(0, passing - request.offset());
        return request.limit() == null ? left : Math.min(left, request.limit());
    }
}
