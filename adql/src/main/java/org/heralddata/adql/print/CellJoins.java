package org.heralddata.adql.print;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.heralddata.adql.tree.TableReference.JoinType;
import org.heralddata.adql.typed.Predicate;
import org.heralddata.adql.typed.Query;
import org.heralddata.adql.typed.Relation;
import org.heralddata.adql.typed.Value;
import org.jspecify.annotations.Nullable;

/**
 * Joins by position as joins by equal cells. The sky is cut into zones of declination as high as the radius, each zone into cells at
 * least as wide. A position of one side lies in one cell; one of the other side stands once for each cell that its circle touches,
 * in at most three zones. So every pair within the radius meets in just one cell, and the exact formula decides.
 */
final class CellJoins {
    /** Smaller cells would not meet fewer pairs, but zones must be numbered. */
    private static final double LEAST_DEG = 1e-4;

    /** Larger circles touch so many cells that cells do not help. */
    private static final double MOST_DEG = 20;

    private final Printing printing;
    private final Map<String, Expansion> expansions = new HashMap<>();

    /** Relations of full joins, which get a column that is the same in every row. */
    private final Set<String> levelled = new HashSet<>();

    CellJoins(Printing printing) {
        this.printing = printing;
    }

    /** What a relation gets besides its own columns: its cell, or a row for each cell around it. */
    private record Expansion(Value point, double heightDeg, double radiusDeg, boolean around) {}

    /** Looks for joins of two tables by a constant radius. */
    void plan(Query.Select select) {
        select.from().forEach(this::plan);
    }

    private void plan(Relation relation) {
        if (!(relation instanceof Relation.Joined joined)) {
            return;
        }
        plan(joined.left());
        plan(joined.right());
        String left = CrossJoins.alias(joined.left());
        String right = CrossJoins.alias(joined.right());
        if (joined.type() == JoinType.FULL
                && printing.dialect.fullJoinsNeedEquality()
                && left != null
                && right != null) {
            levelled.addAll(List.of(left, right));
        }
        Match match = match(joined);
        if (match == null) {
            return;
        }
        expansions.put(match.single().relation, new Expansion(match.single().point, match.height, match.radius, false));
        expansions.put(
                match.several().relation, new Expansion(match.several().point, match.height, match.radius, true));
    }

    private record Side(String relation, Value point) {}

    private record Match(Side single, Side several, double height, double radius) {}

    private @Nullable Match match(Relation.Joined joined) {
        if (joined.on() == null || joined.type() == JoinType.FULL || joined.type() == JoinType.CROSS) {
            return null;
        }
        String left = CrossJoins.alias(joined.left());
        String right = CrossJoins.alias(joined.right());
        if (left == null || right == null || expansions.containsKey(left) || expansions.containsKey(right)) {
            return null;
        }
        for (Predicate part : QueryPrinter.conjuncts(joined.on())) {
            if (part instanceof Predicate.Within within) {
                OptionalDouble radius = SkyPrinter.constant(within.radius());
                Side a = side(within.point());
                Side b = side(within.centre());
                if (a == null || b == null || !isSmall(radius)) {
                    continue;
                }
                double height = Math.max(radius.getAsDouble(), LEAST_DEG);
                Side l = a.relation.equals(left) ? a : b.relation.equals(left) ? b : null;
                Side r = a.relation.equals(right) ? a : b.relation.equals(right) ? b : null;
                if (l != null && r != null && !l.equals(r)) {
                    // rows of the side that is kept whole must not be repeated
                    boolean leftSeveral = joined.type() == JoinType.RIGHT
                            || (joined.type() == JoinType.INNER && rows(left) < rows(right));
                    return new Match(leftSeveral ? r : l, leftSeveral ? l : r, height, radius.getAsDouble());
                }
            }
        }
        return null;
    }

    private long rows(String relation) {
        var table = printing.table(relation);
        return table == null || table.rows() < 0 ? Long.MAX_VALUE : table.rows();
    }

    private static @Nullable Side side(Value point) {
        String relation = CrossJoins.relation(point);
        return relation == null ? null : new Side(relation, point);
    }

    /** True if a condition is of positions of just these two relations, and near enough for cells. */
    static boolean joins(Predicate.Within within, String one, String other) {
        String a = CrossJoins.relation(within.point());
        String b = CrossJoins.relation(within.centre());
        boolean both = (one.equals(a) && other.equals(b)) || (one.equals(b) && other.equals(a));
        return both && isSmall(SkyPrinter.constant(within.radius()));
    }

    private static boolean isSmall(OptionalDouble radius) {
        return radius.isPresent() && radius.getAsDouble() >= 0 && radius.getAsDouble() <= MOST_DEG;
    }

    /** The relation with its alias, and with its cells if it is to have them. */
    String expanded(String alias, String relation) {
        Expansion expansion = expansions.get(alias);
        if (expansion == null) {
            return levelled.contains(alias)
                    ? "(SELECT " + alias + ".*, 1 AS cell_ FROM " + relation + " AS " + alias + ") AS " + alias
                    : relation + " AS " + alias;
        }
        return (expansion.around()
                        ? printing.dialect.each(relation, alias, around(expansion), "cell_")
                        : "(SELECT " + alias + ".*, " + cell(expansion) + " AS cell_ FROM " + relation + " AS " + alias
                                + ")")
                + " AS " + alias;
    }

    /** {@code t1.cell_ = t2.cell_ AND }; empty if the join goes without cells. */
    String of(Relation.Joined joined) {
        String left = CrossJoins.alias(joined.left());
        if (left != null && levelled.contains(left)) {
            return left + ".cell_ = " + CrossJoins.alias(joined.right()) + ".cell_ AND ";
        }
        Match match = match(joined, expansions);
        return match == null ? "" : match.single().relation + ".cell_ = " + match.several().relation + ".cell_ AND ";
    }

    private @Nullable Match match(Relation.Joined joined, Map<String, Expansion> planned) {
        String left = CrossJoins.alias(joined.left());
        String right = CrossJoins.alias(joined.right());
        Expansion l = left == null ? null : planned.get(left);
        Expansion r = right == null ? null : planned.get(right);
        if (left == null || right == null || l == null || r == null || l.around() == r.around()) {
            return null;
        }
        // both must have been named for the columns of positions to be read
        printing.sky.lon(l.point());
        printing.sky.lat(l.point());
        printing.sky.lon(r.point());
        printing.sky.lat(r.point());
        return new Match(
                new Side(l.around() ? right : left, l.point()),
                new Side(l.around() ? left : right, r.point()),
                l.heightDeg(),
                l.radiusDeg());
    }

    private String zone(String dec, double height) {
        return printing.dialect.whole("floor((" + dec + " + 90) / " + printing.dialect.real(height) + ")");
    }

    /** How many cells a zone has: at its end that is nearer to a pole they are still as wide as high. */
    private String cellsIn(String zone, double height) {
        String h = printing.dialect.real(height);
        String nearest = "greatest(abs(" + zone + " * " + h + " - 90), abs((" + zone + " + 1) * " + h + " - 90))";
        return "greatest(CAST(floor(360 * cos(radians(least(" + nearest + ", 90))) / " + h + ") AS BIGINT), 1)";
    }

    private String number(String zone, String cell) {
        return zone + " * 4294967296 + " + cell;
    }

    private String cell(Expansion expansion) {
        String ra = printing.sky.lon(expansion.point());
        String dec = printing.sky.lat(expansion.point());
        double height = expansion.heightDeg();
        return printing.dialect.let(
                printing.fresh("z", 2),
                List.of(turned(ra), dec),
                p -> printing.dialect.let(
                        printing.fresh("z", 2),
                        List.of(p.get(0), zone(p.get(1), height)),
                        z -> number(z.get(1), cellAt(z.get(0), cellsIn(z.get(1), height)))));
    }

    private static String turned(String ra) {
        return "(" + ra + " - 360 * floor(" + ra + " / 360))";
    }

    private String cellAt(String ra, String cells) {
        return "mod(" + printing.dialect.whole("floor(" + ra + " / 360 * " + cells + ")") + ", " + cells + ")";
    }

    private String around(Expansion expansion) {
        return printing.dialect.cellsAround(
                turned(printing.sky.lon(expansion.point())),
                printing.sky.lat(expansion.point()),
                expansion.radiusDeg() + 1e-9,
                expansion.heightDeg(),
                zone -> cellsIn(zone, expansion.heightDeg()));
    }
}
