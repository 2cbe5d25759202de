package org.heralddata.adql.print;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.schema.ValueType.Kind;
import org.heralddata.adql.typed.Predicate;
import org.heralddata.adql.typed.Query;
import org.heralddata.adql.typed.Query.Order;
import org.heralddata.adql.typed.Relation;
import org.heralddata.adql.typed.Statement;
import org.heralddata.adql.typed.Value;

/** Prints selections. Their columns are called {@code c1}, {@code c2} …, whatever the user calls them. */
final class QueryPrinter {
    private final Printing printing;
    private final Dialect dialect;

    QueryPrinter(Printing printing) {
        this.printing = printing;
        dialect = printing.dialect;
    }

    String statement(Statement statement, long limit) {
        String with = statement.with().stream()
                .map(w -> w.name() + " AS (" + query(w.query()) + ")")
                .collect(Collectors.joining(", "));
        String query = outermost(statement.query(), limit);
        return with.isEmpty() ? query : "WITH " + with + " " + query;
    }

    /** Values leave as what the reader of rows takes: timestamps as numbers. */
    private String outermost(Query query, long limit) {
        if (query.body() instanceof Query.Select select) {
            return select(select, query, true, limit);
        }
        boolean plain = query.columns().stream().noneMatch(c -> leavesOtherwise(c.type()));
        if (plain) {
            return query(query) + dialect.limit(limit, 0);
        }
        var columns = new ArrayList<String>();
        for (int i = 0; i < query.columns().size(); i++) {
            columns.add(leaving("q_.c" + (i + 1), query.columns().get(i).type()));
        }
        return "SELECT " + String.join(", ", columns) + " FROM (" + query(query) + ") AS q_" + dialect.limit(limit, 0);
    }

    private static boolean leavesOtherwise(ValueType type) {
        return type.kind() == Kind.TIME;
    }

    private String leaving(String sql, ValueType type) {
        return leavesOtherwise(type) ? dialect.nanoseconds(sql) : sql;
    }

    String query(Query query) {
        return switch (query.body()) {
            case Query.Select select -> select(select, query, false, -1);
            case Query.Combined(var operator, var all, var left, var right) ->
                "(" + query(left) + ") " + operator + (all ? " ALL" : "") + " (" + query(right) + ")";
        };
    }

    private String select(Query.Select written, Query query, boolean outermost, long most) {
        Query.Select select = CrossJoins.joined(written);
        select.from().forEach(printing::know);
        printing.rows.addLast(select.from().getFirst());
        printing.sky.plan(select);
        select.groupBy().stream().filter(g -> !isConstant(g)).forEach(printing::group);
        var outputs = new ArrayList<String>();
        for (int i = 0; i < select.outputs().size(); i++) {
            Value value = select.outputs().get(i);
            outputs.add((outermost ? leaving(value) : printing.values.print(value)) + " AS c" + (i + 1));
        }
        String where = select.where() == null ? "" : " WHERE " + condition(select.where());
        String groupBy = select.groupBy().stream()
                .filter(g -> !isConstant(g))
                .map(printing.values::print)
                .distinct()
                .collect(Collectors.joining(", "));
        String having = select.having() == null ? "" : " HAVING " + printing.predicates.print(select.having());
        String order = query.order().stream().map(this::order).collect(Collectors.joining(", "));
        // last, when it is known which columns are used
        printing.rows.removeLast();
        String from = select.from().stream().map(this::relation).collect(Collectors.joining(", "));
        long top = select.top() == null ? -1 : select.top();
        long limit = most < 0 ? top : top < 0 ? most : Math.min(top, most);
        return "SELECT " + (select.distinct() ? "DISTINCT " : "")
                + (outputs.isEmpty() ? "1 AS c1" : String.join(", ", outputs))
                + " FROM " + from + where
                + (groupBy.isEmpty() ? "" : " GROUP BY " + groupBy)
                + having
                + (order.isEmpty() ? "" : " ORDER BY " + order)
                + dialect.limit(limit, query.offset());
    }

    private static boolean isConstant(Value value) {
        return switch (value) {
            case Value.Numeral _, Value.Text _, Value.Truth _, Value.Time _, Value.Null _ -> true;
            default -> false;
        };
    }

    private String condition(Predicate where) {
        return printing.predicates.print(where);
    }

    private String leaving(Value value) {
        return leaving(printing.values.print(value), value.type());
    }

    private String order(Order order) {
        Value by = order.by();
        return (by == null ? Integer.toString(order.index()) : printing.values.print(by))
                + (order.descending() ? " DESC" : " ASC")
                + " NULLS LAST";
    }

    private String relation(Relation relation) {
        return switch (relation) {
            case Relation.Base(var table, var alias) ->
                printing.sky.expanded(alias, printing.relations.sql(table, printing.used(alias)));
            case Relation.Derived(var query, var alias) -> printing.sky.expanded(alias, "(" + query(query) + ")");
            case Relation.Common(var name, var alias) -> printing.sky.expanded(alias, name);
            case Relation.Joined joined -> joined(joined);
        };
    }

    private String joined(Relation.Joined joined) {
        // the condition first: it names columns of both sides
        String on = joined.on() == null ? "" : printing.predicates.join(joined);
        String left = relation(joined.left());
        String right = relation(joined.right());
        String parenthesised = joined.right() instanceof Relation.Joined ? "(" + right + ")" : right;
        if (joined.on() == null) {
            return left + " CROSS JOIN " + parenthesised;
        }
        return left + " " + joined.type() + " JOIN " + parenthesised + " ON " + on;
    }

    static List<Predicate> conjuncts(Predicate predicate) {
        return predicate instanceof Predicate.And(var parts)
                ? parts.stream().flatMap(p -> conjuncts(p).stream()).toList()
                : List.of(predicate);
    }
}
