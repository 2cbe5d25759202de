package org.heralddata.adql.print;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.adql.tree.TableReference.JoinType;
import org.heralddata.adql.typed.Predicate;
import org.heralddata.adql.typed.Query;
import org.heralddata.adql.typed.Relation;
import org.heralddata.adql.typed.Value;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code FROM a, b WHERE DISTANCE(…) < r} the join that it means: conditions on the distance of two tables, which stand beside
 * one another by a comma or CROSS JOIN, go to an inner join of them, where {@link CellJoins} finds them.
 */
final class CrossJoins {

    private CrossJoins() {}

    static Query.Select joined(Query.Select select) {
        if (select.where() == null) {
            return select;
        }
        List<Relation> relations = new ArrayList<>();
        select.from().forEach(relation -> spread(relation, relations));
        List<Predicate> conditions = new ArrayList<>(QueryPrinter.conjuncts(select.where()));
        boolean found = false;
        for (int i = 0; i < relations.size(); i++) {
            for (int k = i + 1; k < relations.size(); k++) {
                Relation pair = pair(relations.get(i), relations.get(k), conditions);
                if (pair != null) {
                    relations.set(i, pair);
                    relations.remove(k);
                    found = true;
                    break;
                }
            }
        }
        return found
                ? new Query.Select(
                        select.distinct(),
                        select.top(),
                        select.outputs(),
                        relations,
                        conditions.isEmpty() ? null : new Predicate.And(conditions),
                        select.groupBy(),
                        select.having())
                : select;
    }

    /** What commas and cross joins put beside one another. */
    private static void spread(Relation relation, List<Relation> relations) {
        if (relation instanceof Relation.Joined(var left, var right, var type, var on)
                && type == JoinType.CROSS
                && on == null) {
            spread(left, relations);
            spread(right, relations);
        } else {
            relations.add(relation);
        }
    }

    private static @Nullable Relation pair(Relation left, Relation right, List<Predicate> conditions) {
        String a = alias(left);
        String b = alias(right);
        if (a == null || b == null) {
            return null;
        }
        for (Predicate condition : conditions) {
            if (condition instanceof Predicate.Within within && CellJoins.joins(within, a, b)) {
                conditions.remove(condition);
                return new Relation.Joined(left, right, JoinType.INNER, condition);
            }
        }
        return null;
    }

    /** Only a table or query itself can be expanded, not what a join made of it. */
    static @Nullable String alias(Relation relation) {
        return switch (relation) {
            case Relation.Base(var _, var alias) -> alias;
            case Relation.Derived(var _, var alias) -> alias;
            case Relation.Common(var _, var alias) -> alias;
            case Relation.Joined _ -> null;
        };
    }

    /** The relation whose columns a point is; null if it is made of something else. */
    static @Nullable String relation(Value point) {
        return point instanceof Value.Point(var lon, var lat)
                        && lon instanceof Value.Column(var relation, var _, var _, var _)
                        && lat instanceof Value.Column(var other, var _, var _, var _)
                        && relation.equals(other)
                ? relation
                : null;
    }
}
