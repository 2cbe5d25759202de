package org.heralddata.adql.typed;

import java.util.List;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.tree.SelectExpression.SetOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows, in an order.
 *
 * @param order  empty for none
 * @param offset rows to leave out first
 */
public record Query(Body body, List<Order> order, long offset, List<OutputColumn> columns) {

    public Query {
        order = List.copyOf(order);
        columns = List.copyOf(columns);
    }

    /** A column of the rows, called {@code c1}, {@code c2} … in SQL. */
    public record OutputColumn(String name, ValueType type, Meta meta) {}

    /** @param index of an output column, from 1; 0 if {@code by} says what to sort by */
    public record Order(int index, @Nullable Value by, ValueType type, boolean descending) {}

    public sealed interface Body {}

    /** @param top null for all rows */
    public record Select(
            boolean distinct,
            @Nullable Long top,
            List<Value> outputs,
            List<Relation> from,
            @Nullable Predicate where,
            List<Value> groupBy,
            @Nullable Predicate having)
            implements Body {
        public Select {
            outputs = List.copyOf(outputs);
            from = List.copyOf(from);
            groupBy = List.copyOf(groupBy);
        }
    }

    public record Combined(SetOperator operator, boolean all, Query left, Query right) implements Body {}
}
