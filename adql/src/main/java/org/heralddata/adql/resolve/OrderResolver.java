package org.heralddata.adql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.tree.Expression;
import org.heralddata.adql.tree.SelectExpression.OrderTerm;
import org.heralddata.adql.typed.Query.Order;
import org.heralddata.adql.typed.Query.OutputColumn;
import org.heralddata.adql.typed.Value;

/** Resolves ORDER BY: positions, names of what is shown, then values. */
final class OrderResolver {
    private final ValueResolver values;
    private final List<OutputColumn> columns;
    private final List<Value> outputs;
    private final boolean distinct;

    OrderResolver(ValueResolver values, List<OutputColumn> columns, List<Value> outputs, boolean distinct) {
        this.values = values;
        this.columns = columns;
        this.outputs = outputs;
        this.distinct = distinct;
    }

    List<Order> order(List<OrderTerm> terms) {
        var order = new ArrayList<Order>();
        for (OrderTerm term : terms) {
            Order one = order(term);
            if (!one.type().isOrdered()) {
                values.problems.add(
                        term.by().span(),
                        AdqlCode.WRONG_TYPE,
                        "rows cannot be sorted by %s".formatted(one.type().words()),
                        null);
            }
            order.add(one);
        }
        return order;
    }

    private Order order(OrderTerm term) {
        if (term.by() instanceof Expression.NumberLiteral(var digits, var span)
                && digits.chars().allMatch(Character::isDigit)) {
            int index = digits.length() > 6 ? 0 : Integer.parseInt(digits);
            if (index < 1 || index > columns.size()) {
                values.problems.add(
                        span,
                        AdqlCode.NO_COLUMN,
                        "there is no column %s: the query shows %d".formatted(digits, columns.size()),
                        null);
                index = 1;
            }
            return shown(index, term);
        }
        if (term.by() instanceof Expression.ColumnName(var name)
                && name.qualifier().isEmpty()) {
            for (int i = 0; i < columns.size(); i++) {
                if (name.last().names(columns.get(i).name())) {
                    return shown(i + 1, term);
                }
            }
        }
        Value by = values.value(term.by());
        int same = outputs.indexOf(by);
        if (same >= 0) {
            return shown(same + 1, term);
        }
        if (distinct) {
            values.problems.add(
                    term.by().span(),
                    AdqlCode.NOT_SUPPORTED,
                    "after DISTINCT, rows can only be sorted by what is shown",
                    "add the value to the columns after SELECT");
        }
        return new Order(0, by, by.type(), term.descending());
    }

    private Order shown(int index, OrderTerm term) {
        ValueType type =
                columns.isEmpty() ? ValueType.NULL : columns.get(index - 1).type();
        return new Order(index, null, type, term.descending());
    }
}
