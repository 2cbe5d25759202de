package org.heralddata.adql.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.grammar.AdqlParser;
import org.heralddata.adql.grammar.AdqlParser.AggregateContext;
import org.heralddata.adql.grammar.AdqlParser.BetweenContext;
import org.heralddata.adql.grammar.AdqlParser.CallContext;
import org.heralddata.adql.grammar.AdqlParser.CaseExpressionContext;
import org.heralddata.adql.grammar.AdqlParser.CastContext;
import org.heralddata.adql.grammar.AdqlParser.CastTargetContext;
import org.heralddata.adql.grammar.AdqlParser.ColumnContext;
import org.heralddata.adql.grammar.AdqlParser.ComparedContext;
import org.heralddata.adql.grammar.AdqlParser.ComparisonContext;
import org.heralddata.adql.grammar.AdqlParser.ConjunctionContext;
import org.heralddata.adql.grammar.AdqlParser.ConstantContext;
import org.heralddata.adql.grammar.AdqlParser.ExpressionContext;
import org.heralddata.adql.grammar.AdqlParser.FactorContext;
import org.heralddata.adql.grammar.AdqlParser.IdentifierContext;
import org.heralddata.adql.grammar.AdqlParser.InContext;
import org.heralddata.adql.grammar.AdqlParser.IsNullContext;
import org.heralddata.adql.grammar.AdqlParser.LikeContext;
import org.heralddata.adql.grammar.AdqlParser.LiteralContext;
import org.heralddata.adql.grammar.AdqlParser.NameContext;
import org.heralddata.adql.grammar.AdqlParser.NegationContext;
import org.heralddata.adql.grammar.AdqlParser.ParenthesisedContext;
import org.heralddata.adql.grammar.AdqlParser.PredicateContext;
import org.heralddata.adql.grammar.AdqlParser.PredicateTailContext;
import org.heralddata.adql.grammar.AdqlParser.PrimaryContext;
import org.heralddata.adql.grammar.AdqlParser.ProductContext;
import org.heralddata.adql.grammar.AdqlParser.ScalarQueryContext;
import org.heralddata.adql.grammar.AdqlParser.SumContext;
import org.heralddata.adql.grammar.AdqlParser.ValueContext;
import org.heralddata.adql.tree.Condition;
import org.heralddata.adql.tree.Condition.Comparison;
import org.heralddata.adql.tree.Expression;
import org.heralddata.adql.tree.Expression.AggregateFunction;
import org.heralddata.adql.tree.Expression.BinaryOperator;
import org.heralddata.adql.tree.Expression.UnaryOperator;
import org.heralddata.adql.tree.Identifier;
import org.heralddata.adql.tree.Name;
import org.heralddata.adql.tree.Span;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** Makes values and conditions from ANTLR's tree, and tells where one stands in place of the other. */
final class ExpressionBuilder {
    /** Operands of one chain such as {@code a + b + c}; each is a level of the tree. */
    private static final int LONGEST_CHAIN = 300;

    private final SourceText source;
    private final TreeBuilder queries;

    ExpressionBuilder(SourceText source, TreeBuilder queries) {
        this.source = source;
        this.queries = queries;
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

    Condition condition(ExpressionContext context) {
        List<ConjunctionContext> parts = context.conjunction();
        return parts.size() == 1
                ? conjunction(parts.getFirst())
                : new Condition.Or(parts.stream().map(this::conjunction).toList(), source.span(context));
    }

    private Condition conjunction(ConjunctionContext context) {
        List<NegationContext> parts = context.negation();
        return parts.size() == 1
                ? negation(parts.getFirst())
                : new Condition.And(parts.stream().map(this::negation).toList(), source.span(context));
    }

    private Condition negation(NegationContext context) {
        Condition inner = predicate(context.predicate());
        return context.NOT().size() % 2 == 0 ? inner : new Condition.Not(inner, source.span(context));
    }

    private Condition predicate(PredicateContext context) {
        Span span = source.span(context);
        if (context.EXISTS() != null) {
            return new Condition.Exists(queries.selectExpression(context.selectExpression()), span);
        }
        PredicateTailContext tail = context.predicateTail();
        if (tail == null) {
            ExpressionContext inner = onlyParenthesised(context.value());
            if (inner != null) {
                return condition(inner);
            }
            throw new Refusal(source.mistake(span, AdqlCode.SYNTAX, "this is a value, where a condition is needed")
                    .helped("compare it with something, such as `= 1`"));
        }
        Expression value = value(context.value());
        return switch (tail) {
            case ComparedContext compared ->
                new Condition.Compare(value, comparison(compared.comparison()), value(compared.value()), span);
            case BetweenContext between ->
                new Condition.Between(
                        value, value(between.value(0)), value(between.value(1)), between.NOT() != null, span);
            case InContext in ->
                in.selectExpression() != null
                        ? new Condition.InQuery(
                                value, queries.selectExpression(in.selectExpression()), in.NOT() != null, span)
                        : new Condition.In(
                                value, in.expression().stream().map(this::value).toList(), in.NOT() != null, span);
            case LikeContext like ->
                new Condition.Like(value, value(like.value()), like.ILIKE() != null, like.NOT() != null, span);
            case IsNullContext isNull -> new Condition.IsNull(value, isNull.NOT() != null, span);
            default -> throw new IllegalStateException("no predicate: " + tail.getClass());
        };
    }

    private static Comparison comparison(ComparisonContext context) {
        return switch (context.getStart().getType()) {
            case AdqlParser.EQUAL -> Comparison.EQUAL;
            case AdqlParser.NOT_EQUAL -> Comparison.NOT_EQUAL;
            case AdqlParser.LESS -> Comparison.LESS;
            case AdqlParser.LESS_OR_EQUAL -> Comparison.AT_MOST;
            case AdqlParser.GREATER -> Comparison.GREATER;
            default -> Comparison.AT_LEAST;
        };
    }

    /** What stands between parentheses, if the value is nothing else. */
    private static @Nullable ExpressionContext onlyParenthesised(ValueContext context) {
        ParseTree node = context;
        while (node instanceof ParserRuleContext inner && !(node instanceof PrimaryContext)) {
            if (inner.getChildCount() != 1) {
                return null;
            }
            node = inner.getChild(0);
        }
        return node instanceof ParenthesisedContext parenthesised ? parenthesised.expression() : null;
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

    private Expression value(ValueContext context) {
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
        Expression operand = primary(context.primary());
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

    private Expression primary(PrimaryContext context) {
        Span span = source.span(context);
        return switch (context) {
            case ConstantContext constant -> literal(constant.literal(), span);
            case CaseExpressionContext choice -> choice(choice, span);
            case CastContext cast -> new Expression.Cast(value(cast.expression()), type(cast.castTarget()), span);
            case AggregateContext aggregate -> aggregate(aggregate, span);
            case CallContext call -> call(call, span);
            case ColumnContext column -> new Expression.ColumnName(name(column.name()));
            case ScalarQueryContext query ->
                new Expression.ScalarQuery(queries.selectExpression(query.selectExpression()), span);
            case ParenthesisedContext parenthesised -> value(parenthesised.expression());
            default -> throw new IllegalStateException("no value: " + context.getClass());
        };
    }

    private Expression literal(LiteralContext context, Span span) {
        Token first = context.getStart();
        return switch (first.getType()) {
            case AdqlParser.UNSIGNED_INTEGER, AdqlParser.DECIMAL -> new Expression.NumberLiteral(first.getText(), span);
            case AdqlParser.HEXADECIMAL ->
                new Expression.HexLiteral(first.getText().substring(2), span);
            case AdqlParser.STRING -> new Expression.TextLiteral(text(context.STRING()), span);
            case AdqlParser.TIMESTAMP -> new Expression.TimeLiteral(text(context.STRING()), span);
            case AdqlParser.TRUE -> new Expression.TruthLiteral(true, span);
            case AdqlParser.FALSE -> new Expression.TruthLiteral(false, span);
            default -> new Expression.NullLiteral(span);
        };
    }

    /** Strings on lines of their own are one (SQL-92, section 5.3). */
    private String text(List<TerminalNode> parts) {
        for (int i = 1; i < parts.size(); i++) {
            Token token = parts.get(i).getSymbol();
            if (token.getLine() == parts.get(i - 1).getSymbol().getLine()) {
                throw new Refusal(source.mistake(source.span(token), AdqlCode.SYNTAX, "two strings stand side by side")
                        .helped("join strings by `||`; a quote within a string is doubled"));
            }
        }
        return parts.stream()
                .map(TerminalNode::getText)
                .map(t -> t.substring(1, t.length() - 1).replace("''", "'"))
                .collect(Collectors.joining());
    }

    private Expression choice(CaseExpressionContext context, Span span) {
        Expression compared = context.expression() == null ? null : value(context.expression());
        var whens = new ArrayList<Expression.When>();
        for (AdqlParser.WhenClauseContext when : context.whenClause()) {
            Condition condition = compared == null
                    ? condition(when.expression(0))
                    : new Condition.Compare(
                            compared, Comparison.EQUAL, value(when.expression(0)), source.span(when.expression(0)));
            whens.add(new Expression.When(condition, value(when.expression(1))));
        }
        return new Expression.Case(
                whens,
                context.elseClause() == null ? null : value(context.elseClause().expression()),
                span);
    }

    private Expression aggregate(AggregateContext context, Span span) {
        AggregateFunction function =
                AggregateFunction.valueOf(context.SET_FUNCTION().getText().toUpperCase(Locale.ROOT));
        if (context.ASTERISK() != null && function != AggregateFunction.COUNT) {
            throw source.refuse(
                    source.span(context.ASTERISK().getSymbol()),
                    AdqlCode.SYNTAX,
                    "only COUNT takes `*`, %s takes a value".formatted(function));
        }
        return new Expression.Aggregate(
                function,
                context.DISTINCT() != null,
                context.expression() == null ? null : value(context.expression()),
                span);
    }

    private Expression call(CallContext context, Span span) {
        Token token = context.functionName().getStart();
        var name = new Identifier(token.getText(), false, source.span(token));
        List<Expression> arguments =
                context.expression().stream().map(this::value).toList();
        CallCheck.check(source, name, arguments, span);
        return new Expression.Call(name, arguments, span);
    }

    private Expression.TypeName type(CastTargetContext context) {
        String name = context.typeWord().stream()
                .map(word -> word.getText().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        TerminalNode length = context.UNSIGNED_INTEGER();
        if (length != null && length.getText().length() > 7) {
            throw source.refuse(source.span(length.getSymbol()), AdqlCode.BAD_LITERAL, "the length is too large");
        }
        return new Expression.TypeName(
                name, length == null ? null : Integer.valueOf(length.getText()), source.span(context));
    }
}
