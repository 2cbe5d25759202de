package org.heralddata.adql.tree;

import java.util.List;

/** What is true, false or unknown. */
public sealed interface Condition {

    Span span();

    /** @param parts two or more */
    record And(List<Condition> parts, Span span) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** @param parts two or more */
    record Or(List<Condition> parts, Span span) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Condition inner, Span span) implements Condition {}

    record Compare(Expression left, Comparison how, Expression right, Span span) implements Condition {}

    record Between(Expression value, Expression low, Expression high, boolean negated, Span span)
            implements Condition {}

    /** @param values at least one */
    record In(Expression value, List<Expression> values, boolean negated, Span span) implements Condition {
        public In {
            values = List.copyOf(values);
        }
    }

    record InQuery(Expression value, SelectExpression query, boolean negated, Span span) implements Condition {}

    /** @param anyCase true for {@code ILIKE} */
    record Like(Expression value, Expression pattern, boolean anyCase, boolean negated, Span span)
            implements Condition {}

    record IsNull(Expression value, boolean negated, Span span) implements Condition {}

    record Exists(SelectExpression query, Span span) implements Condition {}

    enum Comparison {
        EQUAL("="),
        NOT_EQUAL("<>"),
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">=");

        private final String symbol;

        Comparison(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }

        /** The same with its sides exchanged. */
        public Comparison flipped() {
            return switch (this) {
                case EQUAL, NOT_EQUAL -> this;
                case LESS -> GREATER;
                case AT_MOST -> AT_LEAST;
                case GREATER -> LESS;
                case AT_LEAST -> AT_MOST;
            };
        }
    }
}
