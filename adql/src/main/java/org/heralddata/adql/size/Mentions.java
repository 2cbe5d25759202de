package org.heralddata.adql.size;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heralddata.adql.typed.Children;
import org.heralddata.adql.typed.Predicate;
import org.heralddata.adql.typed.Query;
import org.heralddata.adql.typed.Relation;
import org.heralddata.adql.typed.Value;

/** What expressions name: relations by alias, and queries within. */
final class Mentions {
    private final Set<String> relations = new HashSet<>();
    private final List<Query> queries = new ArrayList<>();
    private boolean aggregates;

    static Mentions of(Predicate predicate) {
        var mentions = new Mentions();
        mentions.add(predicate);
        return mentions;
    }

    static Mentions of(List<Value> values) {
        var mentions = new Mentions();
        values.forEach(mentions::add);
        return mentions;
    }

    /** Aliases, those that queries within name included. */
    Set<String> relations() {
        return relations;
    }

    /** Queries right within; not those in them. */
    List<Query> queries() {
        return queries;
    }

    boolean aggregates() {
        return aggregates;
    }

    private void add(Value value) {
        switch (value) {
            case Value.Column column -> relations.add(column.relation());
            case Value.ScalarQuery scalar -> within(scalar.query());
            case Value.Case choice -> {
                for (Value.When when : choice.whens()) {
                    add(when.condition());
                    add(when.value());
                }
                if (choice.otherwise() != null) {
                    add(choice.otherwise());
                }
            }
            case Value.Indicator indicator -> add(indicator.predicate());
            default -> {
                aggregates |= value instanceof Value.Aggregate;
                Children.of(value).forEach(this::add);
            }
        }
    }

    private void add(Predicate predicate) {
        switch (predicate) {
            case Predicate.And(var parts) -> parts.forEach(this::add);
            case Predicate.Or(var parts) -> parts.forEach(this::add);
            case Predicate.Not(var inner) -> add(inner);
            case Predicate.InQuery in -> {
                within(in.query());
                add(in.value());
            }
            case Predicate.Exists exists -> within(exists.query());
            default -> Children.of(predicate).forEach(this::add);
        }
    }

    private void within(Query query) {
        queries.add(query);
        relations.addAll(namedIn(query));
    }

    private static Set<String> namedIn(Query query) {
        return switch (query.body()) {
            case Query.Combined combined -> {
                var both = new HashSet<>(namedIn(combined.left()));
                both.addAll(namedIn(combined.right()));
                yield both;
            }
            case Query.Select select -> {
                var inner = new Mentions();
                select.outputs().forEach(inner::add);
                select.groupBy().forEach(inner::add);
                select.from().forEach(inner::addConditions);
                if (select.where() != null) {
                    inner.add(select.where());
                }
                if (select.having() != null) {
                    inner.add(select.having());
                }
                yield inner.relations;
            }
        };
    }

    private void addConditions(Relation relation) {
        if (relation instanceof Relation.Joined(var left, var right, var _, var on)) {
            addConditions(left);
            addConditions(right);
            if (on != null) {
                add(on);
            }
        }
    }
}
