package org.heralddata.adql.parse;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.grammar.AdqlParser;
import org.heralddata.adql.grammar.AdqlParser.BetweenContext;
import org.heralddata.adql.grammar.AdqlParser.ComparedContext;
import org.heralddata.adql.grammar.AdqlParser.ComparisonContext;
import org.heralddata.adql.grammar.AdqlParser.ConjunctionContext;
import org.heralddata.adql.grammar.AdqlParser.ExpressionContext;
import org.heralddata.adql.grammar.AdqlParser.InContext;
import org.heralddata.adql.grammar.AdqlParser.IsNullContext;
import org.heralddata.adql.grammar.AdqlParser.LikeContext;
import org.heralddata.adql.grammar.AdqlParser.NegationContext;
import org.heralddata.adql.grammar.AdqlParser.ParenthesisedContext;
import org.heralddata.adql.grammar.AdqlParser.PredicateContext;
import org.heralddata.adql.grammar.AdqlParser.PredicateTailContext;
import org.heralddata.adql.grammar.AdqlParser.PrimaryContext;
import org.heralddata.adql.grammar.AdqlParser.ValueContext;
import org.heralddata.adql.tree.Condition;
import org.heralddata.adql.tree.Condition.Comparison;
import org.heralddata.adql.tree.Expression;
import org.heralddata.adql.tree.Span;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** Makes conditions from ANTLR's tree, and tells where a value stands in place of one. */
final class ConditionBuilder {
    private final SourceText source;
    private final TreeBuilder queries;
    private final ExpressionBuilder values;

    ConditionBuilder(SourceText source, TreeBuilder queries, ExpressionBuilder values) {
        this.source = source;
        this.queries = queries;
        this.values = values;
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
        Expression value = values.value(context.value());
        return switch (tail) {
            case ComparedContext compared ->
                new Condition.Compare(value, comparison(compared.comparison()), values.value(compared.value()), span);
            case BetweenContext between ->
                new Condition.Between(
                        value,
                        values.value(between.value(0)),
                        values.value(between.value(1)),
                        between.NOT() != null,
                        span);
            case InContext in ->
                in.selectExpression() != null
                        ? new Condition.InQuery(
                                value, queries.selectExpression(in.selectExpression()), in.NOT() != null, span)
                        : new Condition.In(
                                value,
                                in.expression().stream().map(values::value).toList(),
                                in.NOT() != null,
                                span);
            case LikeContext like ->
                new Condition.Like(value, values.value(like.value()), like.ILIKE() != null, like.NOT() != null, span);
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
}
