package org.heralddata.adql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has a value. */
public sealed interface Expression {

    Span span();

    /** @param text decimal or with an exponent, without sign; may be {@code 12.} or {@code .5} */
    record NumberLiteral(String text, Span span) implements Expression {}

    /** @param text digits after {@code 0x}, 1 or more */
    record HexLiteral(String text, Span span) implements Expression {}

    /** @param text without quotes */
    record TextLiteral(String text, Span span) implements Expression {}

    /** {@code TIMESTAMP '2004-01-01'}. */
    record TimeLiteral(String text, Span span) implements Expression {}

    record TruthLiteral(boolean value, Span span) implements Expression {}

    record NullLiteral(Span span) implements Expression {}

    record ColumnName(Name name) implements Expression {
        @Override
        public Span span() {
            return name.span();
        }
    }

    /** A sign or {@code ~} before a number. */
    record Unary(UnaryOperator operator, Expression operand, Span span) implements Expression {}

    record Binary(BinaryOperator operator, Expression left, Expression right) implements Expression {
        @Override
        public Span span() {
            return left.span().to(right.span());
        }
    }

    /** @param name as written; a function of ADQL or of a user */
    record Call(Identifier name, List<Expression> arguments, Span span) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** @param argument null for {@code COUNT(*)} */
    record Aggregate(
            AggregateFunction function,
            boolean distinct,
            @Nullable Expression argument,
            Span span) implements Expression {}

    /** {@code CASE WHEN condition THEN value … ELSE value END}. */
    record Case(List<When> whens, @Nullable Expression otherwise, Span span) implements Expression {
        public Case {
            whens = List.copyOf(whens);
        }
    }

    record When(Condition condition, Expression value) {}

    record Cast(Expression value, TypeName type, Span span) implements Expression {}

    /** @param name in upper case, words separated by one space; {@code length} null if not given */
    record TypeName(String name, @Nullable Integer length, Span span) {}

    /** A query in parentheses that stands for a value. */
    record ScalarQuery(SelectExpression query, Span span) implements Expression {}

    enum UnaryOperator {
        PLUS,
        MINUS,
        BITWISE_NOT
    }

    enum BinaryOperator {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        BITWISE_AND("&"),
        BITWISE_OR("|"),
        BITWISE_XOR("^"),
        CONCATENATE("||");

        private final String symbol;

        BinaryOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    enum AggregateFunction {
        AVG,
        COUNT,
        MAX,
        MIN,
        SUM
    }
}
