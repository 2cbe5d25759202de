package org.heralddata.adql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands after {@code FROM}. */
public sealed interface TableReference {

    Span span();

    /** @param alias null if none is given */
    record Named(Name name, @Nullable Identifier alias, Span span) implements TableReference {}

    record Derived(SelectExpression query, Identifier alias, Span span) implements TableReference {}

    /**
     * @param on    condition; null if none
     * @param using columns that both sides have; empty if not given
     */
    record Join(
            TableReference left,
            TableReference right,
            JoinType type,
            boolean natural,
            @Nullable Condition on,
            List<Identifier> using,
            Span span)
            implements TableReference {

        public Join {
            using = List.copyOf(using);
        }
    }

    enum JoinType {
        INNER,
        LEFT,
        RIGHT,
        FULL,
        CROSS
    }
}
