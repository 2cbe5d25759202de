package org.heralddata.adql.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.tree.SelectExpression;
import org.heralddata.adql.tree.SelectExpression.Combined;
import org.heralddata.adql.tree.SelectExpression.Nested;
import org.heralddata.adql.tree.SelectExpression.Select;
import org.heralddata.adql.tree.SelectExpression.SetTree;
import org.heralddata.adql.typed.Query;
import org.heralddata.adql.typed.Query.OutputColumn;
import org.heralddata.adql.typed.Relation;
import org.heralddata.adql.typed.Value;
import org.jspecify.annotations.Nullable;

/** Resolves selections and what combines them. */
final class QueryResolver {
    private final Resolver resolver;

    QueryResolver(Resolver resolver) {
        this.resolver = resolver;
    }

    /** @param outer names of the query around that this one may use; null if none */
    Query query(SelectExpression tree, @Nullable Scope outer) {
        if (tree.body() instanceof Select select) {
            return new SelectResolver(resolver, this, outer).select(select, tree.order(), tree.offset());
        }
        Query inner = set(tree.body(), outer);
        if (tree.order().isEmpty() && tree.offset() == 0) {
            return inner;
        }
        return sorted(inner, tree, outer);
    }

    private Query set(SetTree body, @Nullable Scope outer) {
        return switch (body) {
            case Select select -> new SelectResolver(resolver, this, outer).select(select, List.of(), 0);
            case Nested(var inner, var _) -> query(inner, outer);
            case Combined combined -> combined(combined, outer);
        };
    }

    private Query combined(Combined combined, @Nullable Scope outer) {
        Query left = set(combined.left(), outer);
        Query right = set(combined.right(), outer);
        if (left.columns().size() != right.columns().size()) {
            resolver.problems.add(
                    combined.right().span(),
                    AdqlCode.BAD_SET,
                    "%s combines %d columns with %d"
                            .formatted(
                                    combined.operator(),
                                    left.columns().size(),
                                    right.columns().size()),
                    null);
            return left;
        }
        var columns = new ArrayList<OutputColumn>();
        for (int i = 0; i < left.columns().size(); i++) {
            columns.add(column(combined, left.columns().get(i), right.columns().get(i)));
        }
        return new Query(new Query.Combined(combined.operator(), combined.all(), left, right), List.of(), 0, columns);
    }

    private OutputColumn column(Combined combined, OutputColumn left, OutputColumn right) {
        Optional<ValueType> type = Types.common(left.type(), right.type());
        if (type.isEmpty()) {
            resolver.problems.add(
                    combined.right().span(),
                    AdqlCode.BAD_SET,
                    "%s combines the column `%s`, %s, with `%s`, %s"
                            .formatted(
                                    combined.operator(),
                                    left.name(),
                                    left.type().words(),
                                    right.name(),
                                    right.type().words()),
                    "CAST makes them alike");
        }
        return new OutputColumn(left.name(), type.orElse(left.type()), left.meta());
    }

    /** Rows of a combination are sorted around it. */
    private Query sorted(Query inner, SelectExpression tree, @Nullable Scope outer) {
        String alias = resolver.alias();
        var columns = new ArrayList<Scope.Named>();
        for (int i = 0; i < inner.columns().size(); i++) {
            OutputColumn column = inner.columns().get(i);
            columns.add(new Scope.Named(
                    column.name(), new Value.Column(alias, "c" + (i + 1), column.type(), null), column.meta()));
        }
        Scope scope = new Scope(List.of(new Scope.Source(null, "", alias, columns)), columns, outer);
        var values = new ValueResolver(resolver, this, scope, ValueResolver.Mode.ROWS);
        List<Value> outputs = columns.stream().map(Scope.Named::value).toList();
        var order = new OrderResolver(values, inner.columns(), outputs, false).order(tree.order());
        var select = new Query.Select(
                false, null, outputs, List.of(new Relation.Derived(inner, alias)), null, List.of(), null);
        return new Query(select, order, tree.offset(), inner.columns());
    }
}
