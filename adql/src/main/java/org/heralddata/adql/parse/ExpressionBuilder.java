package org.heralddata.adql.parse;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.grammar.AdqlParser;
import org.heralddata.adql.grammar.AdqlParser.ExpressionContext;
import org.heralddata.adql.grammar.AdqlParser.FactorContext;
import org.heralddata.adql.grammar.AdqlParser.IdentifierContext;
import org.heralddata.adql.grammar.AdqlParser.NameContext;
import org.heralddata.adql.grammar.AdqlParser.NegationContext;
import org.heralddata.adql.grammar.AdqlParser.PredicateContext;
import org.heralddata.adql.grammar.AdqlParser.ProductContext;
import org.heralddata.adql.grammar.AdqlParser.SumContext;
import org.heralddata.adql.grammar.AdqlParser.ValueContext;
import org.heralddata.adql.tree.Condition;
import org.heralddata.adql.tree.Expression;
import org.heralddata.adql.tree.Expression.BinaryOperator;
import org.heralddata.adql.tree.Expression.UnaryOperator;
import org.heralddata.adql.tree.Identifier;
import org.heralddata.adql.tree.Name;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** Makes values from ANTLR's tree, and tells where a condition stands in place of one. */
final class ExpressionBuilder {
    /** Operands of one chain such as {@code a + b + c}; each is a level of the tree. */
    private static final int LONGEST_CHAIN = 300;

    private final SourceText source;
    private final PrimaryBuilder primaries;
    private final ConditionBuilder conditions;

    ExpressionBuilder(SourceText source, TreeBuilder queries) {
        this.source = source;
        conditions = new ConditionBuilder(source, queries, this);
        primaries = new PrimaryBuilder(source, queries, this);
    }

    Condition condition(ExpressionContext context) {
        return conditions.condition(context);
    }

    Identifier identifier(IdentifierContext context) {
        Token token = context.getStart();
        String text = token.getText();
        return token.getType() == AdqlParser.DELIMITED
                ? new Identifier(text.substring(1, text.length() - 1).replace("\"\"", "\""), true, source.span(token))
                : new Identifier(text, false, source.span(token));
    }

    Name name(NameContext context) {
        List<Identifier> parts =
                context.identifier().stream().map(this::identifier).toList();
        if (parts.size() > 4) {
            throw source.refuse(source.span(context), AdqlCode.SYNTAX, "a name has at most four parts");
        }
        return new Name(parts);
    }

    /** A count of rows. */
    long count(Token token) {
        String digits = token.getText();
        if (digits.length() > 18) {
            throw source.refuse(source.span(token), AdqlCode.BAD_LITERAL, "the number of rows is too large");
        }
        return Long.parseLong(digits);
    }

    Expression value(ExpressionContext context) {
        if (context.conjunction().size() == 1
                && context.conjunction(0).negation().size() == 1) {
            NegationContext negation = context.conjunction(0).negation(0);
            PredicateContext predicate = negation.predicate();
            if (negation.NOT().isEmpty() && predicate.EXISTS() == null && predicate.predicateTail() == null) {
                return value(predicate.value());
            }
        }
        throw new Refusal(
                source.mistake(source.span(context), AdqlCode.SYNTAX, "this is a condition, where a value is needed")
                        .helped("CASE WHEN … THEN 1 ELSE 0 END makes a value of it"));
    }

    Expression value(ValueContext context) {
        return chain(
                context,
                context.bitwiseOr(),
                or -> chain(
                        or,
                        or.bitwiseXor(),
                        xor -> chain(
                                xor,
                                xor.bitwiseAnd(),
                                and -> chain(and, and.sum(), this::sum, BinaryOperator.BITWISE_AND),
                                BinaryOperator.BITWISE_XOR),
                        BinaryOperator.BITWISE_OR),
                BinaryOperator.CONCATENATE);
    }

    private Expression sum(SumContext context) {
        return chain(context, context.product(), this::product, null);
    }

    private Expression product(ProductContext context) {
        return chain(context, context.factor(), this::factor, null);
    }

    private interface Operand<C> {
        Expression build(C context);
    }

    /** Operands of equal precedence, from left to right. */
    private <C extends ParserRuleContext> Expression chain(
            ParserRuleContext context, List<C> operands, Operand<C> builder, @Nullable BinaryOperator operator) {
        if (operands.size() > LONGEST_CHAIN) {
            throw source.refuse(
                    source.span(operands.get(LONGEST_CHAIN)),
                    AdqlCode.TOO_LARGE,
                    "more than %d operands stand in a row".formatted(LONGEST_CHAIN));
        }
        Expression left = builder.build(operands.getFirst());
        for (int i = 1; i < operands.size(); i++) {
            BinaryOperator between = operator != null ? operator : operator((TerminalNode) context.getChild(2 * i - 1));
            Expression right = builder.build(operands.get(i));
            refuseShape(between, left);
            refuseShape(between, right);
            left = new Expression.Binary(between, left, right);
        }
        return left;
    }

    private void refuseShape(BinaryOperator operator, Expression operand) {
        if (CallCheck.isShape(operand)) {
            throw source.refuse(
                    operand.span(),
                    AdqlCode.WRONG_TYPE,
                    "a geometry is no operand of `%s`".formatted(operator.symbol()));
        }
    }

    private static BinaryOperator operator(TerminalNode node) {
        return switch (node.getSymbol().getType()) {
            case AdqlParser.PLUS -> BinaryOperator.ADD;
            case AdqlParser.MINUS -> BinaryOperator.SUBTRACT;
            case AdqlParser.ASTERISK -> BinaryOperator.MULTIPLY;
            default -> BinaryOperator.DIVIDE;
        };
    }

    private Expression factor(FactorContext context) {
        Expression operand = primaries.primary(context.primary());
        int signs = context.getChildCount() - 1;
        if (signs > LONGEST_CHAIN) {
            throw source.refuse(source.span(context.getStart()), AdqlCode.TOO_LARGE, "there are too many signs");
        }
        for (int i = signs - 1; i >= 0; i--) {
            Token sign = ((TerminalNode) context.getChild(i)).getSymbol();
            UnaryOperator operator = switch (sign.getType()) {
                case AdqlParser.PLUS -> UnaryOperator.PLUS;
                case AdqlParser.MINUS -> UnaryOperator.MINUS;
                default -> UnaryOperator.BITWISE_NOT;
            };
            operand = new Expression.Unary(operator, operand, source.span(sign).to(operand.span()));
        }
        return operand;
    }
}
