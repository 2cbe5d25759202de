package org.heralddata.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows and columns, in which order.
 *
 * @param where   selection; empty for everything
 * @param columns names, in the order wanted; empty for all of the table
 * @param order   names of scalar columns; empty for the order of the files
 * @param limit   at most so many rows; null for all
 * @param offset  rows to leave out first
 * @param anyOrder true if rows without an {@code order} may come in any, and so sooner
 */
public record RowsRequest(
        String where,
        List<String> columns,
        List<Order> order,
        @Nullable Long limit,
        long offset,
        boolean anyOrder) {

    public RowsRequest {
        columns = List.copyOf(columns);
        order = List.copyOf(order);
        if ((limit != null && limit < 0) || offset < 0) {
            throw new IllegalArgumentException("limit %s, offset %s".formatted(limit, offset));
        }
    }

    /** In the order of the files, unless another is given. */
    public RowsRequest(String where, List<String> columns, List<Order> order, @Nullable Long limit, long offset) {
        this(where, columns, order, limit, offset, false);
    }

    /** The first rows that are found. */
    public static RowsRequest inAnyOrder(String where, List<String> columns, long limit) {
        return new RowsRequest(where, columns, List.of(), limit, 0, true);
    }

    /** All columns of all rows that pass. */
    public static RowsRequest where(String where) {
        return new RowsRequest(where, List.of(), List.of(), null, 0);
    }

    /** One column to sort by. Rows without a value (null or NaN) come last. */
    public record Order(String column, boolean descending) {}
}
