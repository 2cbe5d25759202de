package org.heralddata.adql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selections, combined, sorted and skipped.
 *
 * @param offset rows to leave out first; 0 if not given
 */
public record SelectExpression(SetTree body, List<OrderTerm> order, long offset, Span span) {

    public SelectExpression {
        order = List.copyOf(order);
    }

    public record OrderTerm(Expression by, boolean descending) {}

    /** Rows of one selection, of a combination, or of an expression in parentheses. */
    public sealed interface SetTree {
        Span span();
    }

    public record Combined(SetOperator operator, boolean all, SetTree left, SetTree right, Span span)
            implements SetTree {}

    public record Nested(SelectExpression inner, Span span) implements SetTree {}

    /**
     * One {@code SELECT}.
     *
     * @param top    null if all rows
     * @param from   at least one
     * @param where  null if all rows
     * @param having null if all groups
     */
    public record Select(
            boolean distinct,
            @Nullable Long top,
            List<SelectItem> items,
            List<TableReference> from,
            @Nullable Condition where,
            List<Expression> groupBy,
            @Nullable Condition having,
            Span span)
            implements SetTree {

        public Select {
            items = List.copyOf(items);
            from = List.copyOf(from);
            groupBy = List.copyOf(groupBy);
        }
    }

    public enum SetOperator {
        UNION,
        EXCEPT,
        INTERSECT
    }

    /** What a selection shows. */
    public sealed interface SelectItem {

        record All(Span span) implements SelectItem {}

        record AllOf(Name table) implements SelectItem {}

        /** @param alias null if none is given */
        record Value(Expression value, @Nullable Identifier alias) implements SelectItem {}
    }
}
