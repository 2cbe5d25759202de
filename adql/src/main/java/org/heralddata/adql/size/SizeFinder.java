package org.heralddata.adql.size;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.heralddata.adql.schema.SchemaTable;
import org.heralddata.adql.size.QuerySize.Crossing;
import org.heralddata.adql.size.QuerySize.Scan;
import org.heralddata.adql.typed.Predicate;
import org.heralddata.adql.typed.Query;
import org.heralddata.adql.typed.Relation;
import org.heralddata.adql.typed.Statement;
import org.jspecify.annotations.Nullable;

/** Finds out how much a query reads and gives. */
public final class SizeFinder {
    private final Map<String, RowBound> common = new HashMap<>();
    private final List<Scan> scans = new ArrayList<>();
    private final List<Crossing> crossings = new ArrayList<>();

    private SizeFinder() {}

    /** @param limit at most so many rows are taken of the answer; negative for all. {@link QuerySize#rows} is without it. */
    public static QuerySize of(Statement statement, long limit) {
        var finder = new SizeFinder();
        for (Statement.CommonTable table : statement.with()) {
            finder.common.put(table.name(), finder.rows(table.query(), -1));
        }
        RowBound rows = finder.rows(statement.query(), limit);
        return new QuerySize(rows, finder.scans, finder.crossings, isStreamed(statement.query()));
    }

    private RowBound rows(Query query, long limit) {
        RowBound all = switch (query.body()) {
            case Query.Select select -> select(select, taken(query, select, limit));
            case Query.Combined combined -> combined(combined);
        };
        query.order().stream()
                .map(Query.Order::by)
                .filter(Objects::nonNull)
                .forEach(by -> within(Mentions.of(List.of(by))));
        RowBound rest = all.without(query.offset());
        return query.body() instanceof Query.Select select ? rest.first(select.top()) : rest;
    }

    /** Rows that are read before no more are needed; negative for all. */
    private static long taken(Query query, Query.Select select, long limit) {
        if (!isStreamed(query) || select.where() != null) {
            return -1;
        }
        long top = select.top() == null ? Long.MAX_VALUE : select.top();
        long most = limit < 0 ? top : Math.min(top, limit);
        return most > Long.MAX_VALUE - query.offset() ? -1 : most + query.offset();
    }

    private static boolean isStreamed(Query query) {
        return query.order().isEmpty()
                && query.body() instanceof Query.Select select
                && !select.distinct()
                && !isGrouped(select)
                && select.from().size() == 1
                && select.from().getFirst() instanceof Relation.Base;
    }

    private static boolean isGrouped(Query.Select select) {
        return !select.groupBy().isEmpty()
                || select.having() != null
                || Mentions.of(select.outputs()).aggregates();
    }

    private RowBound combined(Query.Combined combined) {
        RowBound left = rows(combined.left(), -1);
        RowBound right = rows(combined.right(), -1);
        return switch (combined.operator()) {
            case UNION -> combined.all() ? left.plus(right) : left.plus(right).orFewer();
            case EXCEPT -> left.orFewer();
            case INTERSECT -> left.atMost(right);
        };
    }

    private record Leaf(
            String alias,
            String name,
            RowBound rows,
            @Nullable SchemaTable table) {}

    private RowBound select(Query.Select select, long taken) {
        List<Leaf> leaves = new ArrayList<>();
        List<Predicate> conditions = new ArrayList<>();
        RowBound all = RowBound.exactly(1);
        for (Relation relation : select.from()) {
            all = all.times(relation(relation, leaves, conditions));
        }
        within(Mentions.of(select.outputs()));
        within(Mentions.of(select.groupBy()));
        if (select.having() != null) {
            within(Mentions.of(select.having()));
        }
        if (select.where() != null) {
            spread(select.where(), conditions);
            all = all.orFewer();
        }
        all = tied(leaves, conditions, all, taken);
        if (!isGrouped(select)) {
            return select.distinct() ? all.orFewer() : all;
        }
        if (!select.groupBy().isEmpty()) {
            return all.orFewer();
        }
        return select.having() == null
                ? RowBound.exactly(1)
                : RowBound.exactly(1).orFewer();
    }

    /** Notes what is read, and what is joined without a condition. */
    private RowBound tied(List<Leaf> leaves, List<Predicate> conditions, RowBound product, long taken) {
        List<Mentions> mentions = conditions.stream().map(Mentions::of).toList();
        mentions.forEach(this::within);
        var islands = new Islands();
        leaves.forEach(leaf -> islands.add(leaf.alias()));
        mentions.forEach(mention -> islands.tie(mention.relations()));
        Set<String> ours = leaves.stream().map(Leaf::alias).collect(Collectors.toSet());
        for (Leaf leaf : leaves) {
            if (leaf.table() != null) {
                boolean cut = mentions.stream()
                        .anyMatch(mention -> mention.relations().contains(leaf.alias())
                                && mention.relations().stream()
                                        .filter(ours::contains)
                                        .allMatch(leaf.alias()::equals));
                long most = taken < 0
                        ? leaf.rows().most()
                        : Math.min(taken, leaf.rows().most());
                scans.add(new Scan(leaf.table(), most, cut));
            }
        }
        Map<String, Leaf> byAlias = new HashMap<>();
        leaves.forEach(leaf -> byAlias.put(leaf.alias(), leaf));
        List<RowBound> likely = new ArrayList<>();
        List<String> crossed = new ArrayList<>();
        for (List<String> island : islands.all()) {
            RowBound rows = island.stream()
                    .map(alias -> Objects.requireNonNull(byAlias.get(alias)).rows())
                    .reduce(RowBound::joined)
                    .orElseThrow();
            likely.add(rows);
            if (rows.likely() > 1) {
                crossed.add(
                        Objects.requireNonNull(byAlias.get(island.getFirst())).name());
            }
        }
        RowBound joined = likely.stream().reduce(RowBound::times).orElse(product);
        if (crossed.size() > 1) {
            crossings.add(new Crossing(crossed, joined.likely()));
        }
        return new RowBound(product.most(), Math.min(product.most(), joined.likely()), product.exact());
    }

    private void within(Mentions mentions) {
        mentions.queries().forEach(query -> rows(query, -1));
    }

    private RowBound relation(Relation relation, List<Leaf> leaves, List<Predicate> conditions) {
        return switch (relation) {
            case Relation.Base(var table, var alias) ->
                leaf(new Leaf(alias, table.qualifiedName(), RowBound.exactly(table.rows()), table), leaves);
            case Relation.Derived(var query, var alias) ->
                leaf(new Leaf(alias, "a subquery", rows(query, -1), null), leaves);
            case Relation.Common(var name, var alias) ->
                leaf(new Leaf(alias, "a common table", common.getOrDefault(name, RowBound.exactly(-1)), null), leaves);
            case Relation.Joined joined -> joined(joined, leaves, conditions);
        };
    }

    private static RowBound leaf(Leaf leaf, List<Leaf> leaves) {
        leaves.add(leaf);
        return leaf.rows();
    }

    private RowBound joined(Relation.Joined join, List<Leaf> leaves, List<Predicate> conditions) {
        RowBound left = relation(join.left(), leaves, conditions);
        RowBound right = relation(join.right(), leaves, conditions);
        if (join.on() == null) {
            return left.times(right);
        }
        spread(join.on(), conditions);
        RowBound both = left.joined(right);
        return switch (join.type()) {
            case INNER, CROSS -> both;
            case LEFT -> both.atLeast(left);
            case RIGHT -> both.atLeast(right);
            case FULL -> both.atLeast(left.plus(right));
        };
    }

    private static void spread(Predicate predicate, List<Predicate> conjuncts) {
        if (predicate instanceof Predicate.And(var parts)) {
            parts.forEach(part -> spread(part, conjuncts));
        } else {
            conjuncts.add(predicate);
        }
    }
}
