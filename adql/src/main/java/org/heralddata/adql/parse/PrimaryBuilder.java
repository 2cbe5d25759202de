package org.heralddata.adql.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.grammar.AdqlParser;
import org.heralddata.adql.grammar.AdqlParser.AggregateContext;
import org.heralddata.adql.grammar.AdqlParser.CallContext;
import org.heralddata.adql.grammar.AdqlParser.CaseExpressionContext;
import org.heralddata.adql.grammar.AdqlParser.CastContext;
import org.heralddata.adql.grammar.AdqlParser.CastTargetContext;
import org.heralddata.adql.grammar.AdqlParser.ColumnContext;
import org.heralddata.adql.grammar.AdqlParser.ConstantContext;
import org.heralddata.adql.grammar.AdqlParser.LiteralContext;
import org.heralddata.adql.grammar.AdqlParser.ParenthesisedContext;
import org.heralddata.adql.grammar.AdqlParser.PrimaryContext;
import org.heralddata.adql.grammar.AdqlParser.ScalarQueryContext;
import org.heralddata.adql.tree.Condition;
import org.heralddata.adql.tree.Condition.Comparison;
import org.heralddata.adql.tree.Expression;
import org.heralddata.adql.tree.Expression.AggregateFunction;
import org.heralddata.adql.tree.Identifier;
import org.heralddata.adql.tree.Span;
import org.heralddata.model.diagnostic.Refusal;

/** Makes from ANTLR's tree the values that operators join: literals, names, calls, CASE and CAST. */
final class PrimaryBuilder {
    private final SourceText source;
    private final TreeBuilder queries;
    private final ExpressionBuilder values;

    PrimaryBuilder(SourceText source, TreeBuilder queries, ExpressionBuilder values) {
        this.source = source;
        this.queries = queries;
        this.values = values;
    }

    Expression primary(PrimaryContext context) {
        Span span = source.span(context);
        return switch (context) {
            case ConstantContext constant -> literal(constant.literal(), span);
            case CaseExpressionContext choice -> choice(choice, span);
            case CastContext cast ->
                new Expression.Cast(values.value(cast.expression()), type(cast.castTarget()), span);
            case AggregateContext aggregate -> aggregate(aggregate, span);
            case CallContext call -> call(call, span);
            case ColumnContext column -> new Expression.ColumnName(values.name(column.name()));
            case ScalarQueryContext query ->
                new Expression.ScalarQuery(queries.selectExpression(query.selectExpression()), span);
            case ParenthesisedContext parenthesised -> values.value(parenthesised.expression());
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
        Expression compared = context.expression() == null ? null : values.value(context.expression());
        var whens = new ArrayList<Expression.When>();
        for (AdqlParser.WhenClauseContext when : context.whenClause()) {
            Condition condition = compared == null
                    ? values.condition(when.expression(0))
                    : new Condition.Compare(
                            compared,
                            Comparison.EQUAL,
                            values.value(when.expression(0)),
                            source.span(when.expression(0)));
            whens.add(new Expression.When(condition, values.value(when.expression(1))));
        }
        return new Expression.Case(
                whens,
                context.elseClause() == null
                        ? null
                        : values.value(context.elseClause().expression()),
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
                context.expression() == null ? null : values.value(context.expression()),
                span);
    }

    private Expression call(CallContext context, Span span) {
        Token token = context.functionName().getStart();
        var name = new Identifier(token.getText(), false, source.span(token));
        List<Expression> arguments =
                context.expression().stream().map(values::value).toList();
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
