package org.heralddata.adql.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.function.AdqlFunction;
import org.heralddata.adql.resolve.Problems.Typed;
import org.heralddata.adql.resolve.Scope.From;
import org.heralddata.adql.resolve.Scope.Named;
import org.heralddata.adql.resolve.Scope.Source;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.tree.Expression;
import org.heralddata.adql.tree.SelectExpression.OrderTerm;
import org.heralddata.adql.tree.SelectExpression.Select;
import org.heralddata.adql.tree.SelectExpression.SelectItem;
import org.heralddata.adql.tree.Span;
import org.heralddata.adql.tree.TableReference;
import org.heralddata.adql.typed.Predicate;
import org.heralddata.adql.typed.Query;
import org.heralddata.adql.typed.Query.Order;
import org.heralddata.adql.typed.Query.OutputColumn;
import org.heralddata.adql.typed.Relation;
import org.heralddata.adql.typed.Value;
import org.jspecify.annotations.Nullable;

/** Resolves one selection. */
final class SelectResolver {
    private final Resolver resolver;
    private final QueryResolver queries;
    private final @Nullable Scope outer;
    private final List<Value> outputs = new ArrayList<>();
    private final List<OutputColumn> columns = new ArrayList<>();
    private final List<Span> places = new ArrayList<>();

    SelectResolver(Resolver resolver, QueryResolver queries, @Nullable Scope outer) {
        this.resolver = resolver;
        this.queries = queries;
        this.outer = outer;
    }

    Query select(Select select, List<OrderTerm> orderTerms, long offset) {
        var relations = new ArrayList<Relation>();
        Scope scope = scope(select.from(), relations);
        var rows = new ValueResolver(resolver, queries, scope, ValueResolver.Mode.ROWS);
        Predicate where = select.where() == null ? null : new PredicateResolver(rows).predicate(select.where());
        var groups = new ValueResolver(resolver, queries, scope, ValueResolver.Mode.GROUPS);
        select.items().forEach(item -> item(item, scope, groups));
        List<Value> groupBy =
                select.groupBy().stream().map(g -> groupTerm(g, scope, rows)).toList();
        Predicate having = select.having() == null ? null : new PredicateResolver(groups).predicate(select.having());
        List<OutputColumn> named = unique(columns);
        List<Order> order = new OrderResolver(groups, columns, outputs, select.distinct()).order(orderTerms);
        if (groups.aggregated() || !groupBy.isEmpty() || having != null) {
            checkGrouping(select, groupBy, having, order, orderTerms, scope);
        }
        var body = new Query.Select(select.distinct(), select.top(), outputs, relations, where, groupBy, having);
        return new Query(body, order, offset, named);
    }

    private Scope scope(List<TableReference> references, List<Relation> relations) {
        var tables = new FromResolver(resolver, queries);
        var sources = new ArrayList<Source>();
        var visible = new ArrayList<Named>();
        Set<String> names = new HashSet<>();
        for (TableReference reference : references) {
            From from = tables.from(reference, outer);
            relations.add(from.relation());
            sources.addAll(from.sources());
            visible.addAll(from.visible());
        }
        for (Source source : sources) {
            String name = source.schema() + "." + source.name().toLowerCase(Locale.ROOT);
            if (!source.name().isEmpty() && !names.add(name)) {
                resolver.problems.add(
                        references.getLast().span(),
                        AdqlCode.DUPLICATE,
                        "two tables are called `%s`".formatted(source.name()),
                        "give one of them another name: %s AS other".formatted(source.name()));
            }
        }
        return new Scope(sources, visible, outer);
    }

    private void item(SelectItem item, Scope scope, ValueResolver values) {
        switch (item) {
            case SelectItem.All(var span) -> scope.visible().forEach(c -> add(c.name(), c.value(), c.meta(), span));
            case SelectItem.AllOf(var table) -> {
                List<Source> found = scope.sources().stream()
                        .filter(s -> s.isNamed(table.parts()))
                        .toList();
                if (found.size() != 1) {
                    resolver.problems.add(
                            table.span(), AdqlCode.NO_TABLE, "the query names no table `%s`".formatted(table), null);
                    return;
                }
                found.getFirst().columns().forEach(c -> add(c.name(), c.value(), c.meta(), table.span()));
            }
            case SelectItem.Value(var expression, var alias) -> {
                Typed typed = values.typed(expression);
                String name = alias != null ? alias.text() : name(expression);
                add(name, typed.value(), typed.meta(), expression.span());
            }
        }
    }

    private void add(String name, Value value, Meta meta, Span place) {
        outputs.add(value);
        columns.add(new OutputColumn(name, value.type(), meta));
        places.add(place);
    }

    private String name(Expression expression) {
        return switch (expression) {
            case Expression.ColumnName(var name) -> name.last().text();
            case Expression.Call call -> call.name().text().toLowerCase(Locale.ROOT);
            case Expression.Aggregate aggregate -> aggregate.function().name().toLowerCase(Locale.ROOT);
            default -> "col" + (columns.size() + 1);
        };
    }

    /** Files cannot hold two columns of one name. */
    private static List<OutputColumn> unique(List<OutputColumn> columns) {
        Set<String> taken = new HashSet<>();
        var unique = new ArrayList<OutputColumn>();
        for (OutputColumn column : columns) {
            String name = column.name();
            for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
                name = column.name() + "_" + i;
            }
            unique.add(new OutputColumn(name, column.type(), column.meta()));
        }
        return unique;
    }

    /** A column, else the name of what is shown, or its position, as {@code GROUP BY} is mostly written. */
    private Value groupTerm(Expression term, Scope scope, ValueResolver values) {
        if (term instanceof Expression.NumberLiteral(var digits, var _)
                && digits.length() < 6
                && digits.chars().allMatch(Character::isDigit)) {
            int index = Integer.parseInt(digits);
            if (index >= 1 && index <= outputs.size()) {
                return outputs.get(index - 1);
            }
        }
        if (term instanceof Expression.ColumnName(var name)
                && name.qualifier().isEmpty()
                && scope.candidates(name).isEmpty()) {
            for (int i = 0; i < columns.size(); i++) {
                if (name.last().names(columns.get(i).name())) {
                    return outputs.get(i);
                }
            }
        }
        Value value = values.value(term);
        if (!value.type().isOrdered()) {
            resolver.problems.add(
                    term.span(),
                    AdqlCode.WRONG_TYPE,
                    "rows cannot be grouped by %s".formatted(value.type().words()),
                    null);
        }
        return value;
    }

    private void checkGrouping(
            Select select,
            List<Value> groupBy,
            @Nullable Predicate having,
            List<Order> order,
            List<OrderTerm> terms,
            Scope scope) {
        var check = new Grouping(groupBy, scope.aliases());
        for (int i = 0; i < outputs.size(); i++) {
            tell(check.ungrouped(outputs.get(i)), places.get(i));
        }
        if (having != null && select.having() != null) {
            tell(check.ungrouped(having), select.having().span());
        }
        for (int i = 0; i < order.size(); i++) {
            Value by = order.get(i).by();
            if (by != null) {
                tell(check.ungrouped(by), terms.get(i).by().span());
            }
        }
    }

    private void tell(Value.@Nullable Column column, Span place) {
        if (column != null) {
            String name =
                    column.stored() == null ? "a column" : "`" + column.stored().name() + "`";
            resolver.problems.add(
                    place,
                    AdqlCode.BAD_GROUPING,
                    "%s is neither grouped by nor within an aggregate function".formatted(name),
                    "add it to GROUP BY, or take its MIN, MAX or AVG");
        }
    }

    /** True of functions that make one value of many rows. */
    static boolean isAggregate(Value value) {
        return value instanceof Value.Aggregate || (value instanceof Value.Call call && isAggregate(call.function()));
    }

    private static boolean isAggregate(AdqlFunction function) {
        return function.isAggregate();
    }
}
