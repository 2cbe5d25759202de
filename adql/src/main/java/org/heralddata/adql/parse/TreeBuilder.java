package org.heralddata.adql.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.Limits;
import org.heralddata.adql.grammar.AdqlParser;
import org.heralddata.adql.grammar.AdqlParser.AllColumnsContext;
import org.heralddata.adql.grammar.AdqlParser.AllColumnsOfContext;
import org.heralddata.adql.grammar.AdqlParser.CommonTableContext;
import org.heralddata.adql.grammar.AdqlParser.CorrelationContext;
import org.heralddata.adql.grammar.AdqlParser.DerivedColumnContext;
import org.heralddata.adql.grammar.AdqlParser.DerivedTableContext;
import org.heralddata.adql.grammar.AdqlParser.JoinTypeContext;
import org.heralddata.adql.grammar.AdqlParser.JoinedPartContext;
import org.heralddata.adql.grammar.AdqlParser.JoinedTableContext;
import org.heralddata.adql.grammar.AdqlParser.NamedTableContext;
import org.heralddata.adql.grammar.AdqlParser.OrderTermContext;
import org.heralddata.adql.grammar.AdqlParser.QueryContext;
import org.heralddata.adql.grammar.AdqlParser.SelectContext;
import org.heralddata.adql.grammar.AdqlParser.SelectExpressionContext;
import org.heralddata.adql.grammar.AdqlParser.SelectItemContext;
import org.heralddata.adql.grammar.AdqlParser.SetExpressionContext;
import org.heralddata.adql.grammar.AdqlParser.SetPrimaryContext;
import org.heralddata.adql.grammar.AdqlParser.SetTermContext;
import org.heralddata.adql.grammar.AdqlParser.TablePrimaryContext;
import org.heralddata.adql.grammar.AdqlParser.TableReferenceContext;
import org.heralddata.adql.tree.Condition;
import org.heralddata.adql.tree.Expression;
import org.heralddata.adql.tree.Identifier;
import org.heralddata.adql.tree.Name;
import org.heralddata.adql.tree.QueryTree;
import org.heralddata.adql.tree.SelectExpression;
import org.heralddata.adql.tree.SelectExpression.OrderTerm;
import org.heralddata.adql.tree.SelectExpression.SelectItem;
import org.heralddata.adql.tree.SelectExpression.SetOperator;
import org.heralddata.adql.tree.SelectExpression.SetTree;
import org.heralddata.adql.tree.TableReference;
import org.heralddata.adql.tree.TableReference.JoinType;
import org.jspecify.annotations.Nullable;

/** Makes the typed tree of a query from ANTLR's. */
final class TreeBuilder {
    /** Selections that one set expression may combine; each is a level of the tree. */
    private static final int MOST_COMBINED = 100;

    private final SourceText source;
    private final Limits limits;
    private final ExpressionBuilder expressions;
    private int tables;

    TreeBuilder(SourceText source, Limits limits) {
        this.source = source;
        this.limits = limits;
        expressions = new ExpressionBuilder(source, this);
    }

    QueryTree query(QueryContext context) {
        var with = new ArrayList<QueryTree.CommonTable>();
        if (context.statement().withClause() != null) {
            for (CommonTableContext table : context.statement().withClause().commonTable()) {
                with.add(new QueryTree.CommonTable(
                        expressions.identifier(table.identifier()),
                        table.columnNames() == null ? List.of() : names(table.columnNames()),
                        selectExpression(table.selectExpression())));
            }
        }
        return new QueryTree(with, selectExpression(context.statement().selectExpression()));
    }

    private List<Identifier> names(AdqlParser.ColumnNamesContext context) {
        return context.identifier().stream().map(expressions::identifier).toList();
    }

    SelectExpression selectExpression(SelectExpressionContext context) {
        List<OrderTerm> order = context.orderBy() == null
                ? List.of()
                : context.orderBy().orderTerm().stream().map(this::orderTerm).toList();
        long offset = context.offset() == null
                ? 0
                : expressions.count(context.offset().UNSIGNED_INTEGER().getSymbol());
        return new SelectExpression(set(context.setExpression()), order, offset, source.span(context));
    }

    private OrderTerm orderTerm(OrderTermContext context) {
        return new OrderTerm(expressions.value(context.expression()), context.DESC() != null);
    }

    private SetTree set(SetExpressionContext context) {
        List<SetTermContext> terms = context.setTerm();
        bound(terms.size(), terms.getLast().getStart());
        SetTree left = term(terms.getFirst());
        for (int i = 1; i < terms.size(); i++) {
            AdqlParser.SetOperatorContext operator = context.setOperator(i - 1);
            SetTree right = term(terms.get(i));
            left = new SelectExpression.Combined(
                    operator.UNION() != null ? SetOperator.UNION : SetOperator.EXCEPT,
                    operator.ALL() != null,
                    left,
                    right,
                    left.span().to(right.span()));
        }
        return left;
    }

    private SetTree term(SetTermContext context) {
        List<SetPrimaryContext> parts = context.setPrimary();
        bound(parts.size(), parts.getLast().getStart());
        SetTree left = primary(parts.getFirst());
        for (int i = 1; i < parts.size(); i++) {
            SetTree right = primary(parts.get(i));
            boolean all = context.intersection(i - 1).ALL() != null;
            left = new SelectExpression.Combined(
                    SetOperator.INTERSECT, all, left, right, left.span().to(right.span()));
        }
        return left;
    }

    private void bound(int combined, Token last) {
        if (combined > MOST_COMBINED) {
            throw source.refuse(
                    source.span(last),
                    AdqlCode.TOO_LARGE,
                    "more than %d selections are combined".formatted(MOST_COMBINED));
        }
    }

    private SetTree primary(SetPrimaryContext context) {
        return context.select() != null
                ? select(context.select())
                : new SelectExpression.Nested(selectExpression(context.selectExpression()), source.span(context));
    }

    private SetTree select(SelectContext context) {
        List<SelectItem> items =
                context.selectList().selectItem().stream().map(this::item).toList();
        List<TableReference> from =
                context.tableReference().stream().map(this::table).toList();
        Condition where = context.where() == null
                ? null
                : expressions.condition(context.where().expression());
        List<Expression> groupBy = context.groupBy() == null
                ? List.of()
                : context.groupBy().expression().stream()
                        .map(expressions::value)
                        .toList();
        Condition having = context.having() == null
                ? null
                : expressions.condition(context.having().expression());
        return new SelectExpression.Select(
                context.DISTINCT() != null,
                context.TOP() == null
                        ? null
                        : Long.valueOf(
                                expressions.count(context.UNSIGNED_INTEGER().getSymbol())),
                items,
                from,
                where,
                groupBy,
                having,
                source.span(context));
    }

    private SelectItem item(SelectItemContext context) {
        return switch (context) {
            case AllColumnsContext all -> new SelectItem.All(source.span(all));
            case AllColumnsOfContext of -> new SelectItem.AllOf(expressions.name(of.name()));
            case DerivedColumnContext column ->
                new SelectItem.Value(
                        expressions.value(column.expression()),
                        column.identifier() == null ? null : expressions.identifier(column.identifier()));
            default -> throw new IllegalStateException("no item: " + context.getClass());
        };
    }

    private TableReference table(TableReferenceContext context) {
        TableReference left = tablePrimary(context.tablePrimary());
        for (JoinedPartContext part : context.joinedPart()) {
            TableReference right = tablePrimary(part.tablePrimary());
            AdqlParser.JoinSpecificationContext how = part.joinSpecification();
            left = new TableReference.Join(
                    left,
                    right,
                    part.CROSS() != null ? JoinType.CROSS : type(part.joinType()),
                    part.NATURAL() != null,
                    how == null || how.ON() == null ? null : expressions.condition(how.expression()),
                    how == null || how.USING() == null ? List.of() : names(how.columnNames()),
                    left.span().to(source.span(part)));
        }
        return left;
    }

    private static JoinType type(@Nullable JoinTypeContext context) {
        if (context == null || context.INNER() != null) {
            return JoinType.INNER;
        }
        if (context.LEFT() != null) {
            return JoinType.LEFT;
        }
        return context.RIGHT() != null ? JoinType.RIGHT : JoinType.FULL;
    }

    private TableReference tablePrimary(TablePrimaryContext context) {
        return switch (context) {
            case NamedTableContext named -> {
                Name name = expressions.name(named.name());
                if (++tables > limits.tables()) {
                    throw source.refuse(
                            name.span(),
                            AdqlCode.TOO_LARGE,
                            "the query names more than %d tables".formatted(limits.tables()));
                }
                if (name.parts().size() > 3) {
                    throw new org.heralddata.model.diagnostic.Refusal(
                            source.mistake(name.span(), AdqlCode.SYNTAX, "`%s` is no name of a table".formatted(name))
                                    .helped("a table is named schema.table"));
                }
                yield new TableReference.Named(name, alias(named.correlation()), source.span(named));
            }
            case DerivedTableContext derived ->
                new TableReference.Derived(
                        selectExpression(derived.selectExpression()),
                        expressions.identifier(derived.correlation().identifier()),
                        source.span(derived));
            case JoinedTableContext joined -> table(joined.tableReference());
            default -> throw new IllegalStateException("no table: " + context.getClass());
        };
    }

    private @Nullable Identifier alias(@Nullable CorrelationContext context) {
        return context == null ? null : expressions.identifier(context.identifier());
    }
}
