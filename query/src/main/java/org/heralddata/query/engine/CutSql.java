package org.heralddata.query.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.coverage.SkyPolygon;
import org.heralddata.model.selection.Comparison;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.selection.Literal;
import org.heralddata.model.selection.Operand;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.sky.HealpixRange;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.unit.Unit;

/**
 * Prints a cut as a condition of DuckDB's SQL.
 *
 * <p>{@code not} is carried down to the comparisons, so that a cell without a value passes neither a comparison nor its
 * negation. DuckDB holds NaN for the greatest number; where a column has any, what it would let pass is ruled out.
 */
final class CutSql {
    private static final Unit DEGREE = new Unit("deg");
    private static final String ELEMENT = "x_";
    private static final int RANGES = 6;

    private final Source source;
    private final boolean sortedBySky;
    private final Set<String> used = new TreeSet<>();
    private boolean inList;

    CutSql(Place place) {
        source = place.source();
        sortedBySky = place.sortedBySky();
    }

    /** Columns of the files that the conditions printed so far name. */
    Set<String> used() {
        return used;
    }

    String print(Cut cut) {
        return print(cut, false);
    }

    private String print(Cut cut, boolean negated) {
        return switch (cut) {
            case Cut.And(var parts) -> join(parts, negated, negated ? " OR " : " AND ", !negated);
            case Cut.Or(var parts) -> join(parts, negated, negated ? " AND " : " OR ", negated);
            case Cut.Not(var inner) -> print(inner, !negated);
            case Cut.Compare(var left, var how, var right) -> compare(left, negated ? how.negated() : how, right);
            case Cut.Between(var left, var low, var high) ->
                negated
                        ? "(" + compare(left, Comparison.LESS, low) + " OR " + compare(left, Comparison.GREATER, high)
                                + ")"
                        : "(" + compare(left, Comparison.AT_LEAST, low) + " AND "
                                + compare(left, Comparison.AT_MOST, high) + ")";
            case Cut.In(var left, var values) -> in(left, values, negated);
            case Cut.Like(var left, var pattern) ->
                "%s %s %s ESCAPE '\\'".formatted(value(left), negated ? "NOT LIKE" : "LIKE", Sql.text(pattern));
            case Cut.IsNull(var left) -> isNull(left, negated);
            case Cut.Flag(var column) -> (negated ? "NOT " : "") + value(new Operand.Cell(column));
            case Cut.Cone cone -> cone(cone, negated);
            case Cut.Polygon polygon -> polygon(polygon, negated);
            case Cut.AnyElement(var column, var element) -> any(column, element, negated);
        };
    }

    private String join(List<Cut> parts, boolean negated, String glue, boolean ifNone) {
        return parts.isEmpty()
                ? Boolean.toString(ifNone)
                : parts.stream().map(p -> print(p, negated)).collect(Collectors.joining(glue, "(", ")"));
    }

    private String compare(Operand left, Comparison how, Literal right) {
        return switch (right) {
            case Literal.Time(var nanoseconds) -> time(left, how, nanoseconds);
            case Literal.Text(var text) -> value(left) + " " + sign(how) + " " + Sql.text(text);
            case Literal.Truth(var truth) -> value(left) + " " + sign(how) + " " + truth;
            case Literal.Quantity quantity
            when left instanceof Operand.Length ->
                NumberSql.compare(value(left), ColumnType.INT64, how, quantity.value());
            case Literal.Quantity quantity -> {
                PublishedColumn column = source.column(left.column());
                String condition = NumberSql.compare(value(left), column.type(), how, quantity.value());
                boolean lets = how == Comparison.GREATER || how == Comparison.AT_LEAST || how == Comparison.NOT_EQUAL;
                yield lets && hasNans(column) ? "(%s AND NOT isnan(%s))".formatted(condition, value(left)) : condition;
            }
        };
    }

    private static boolean hasNans(PublishedColumn column) {
        return column.type().isFloating() && column.statistics().nans() > 0;
    }

    static String sign(Comparison how) {
        return how == Comparison.NOT_EQUAL ? "<>" : how.symbol();
    }

    /** The files keep microseconds and, beside them, the nanosecond within. */
    private String time(Operand left, Comparison how, long nanoseconds) {
        String micro = value(left);
        String nano = inList ? ELEMENT + "[2]" : nanoseconds(left.column());
        String at = "make_timestamp(%d)".formatted(Math.floorDiv(nanoseconds, 1000));
        long rest = Math.floorMod(nanoseconds, 1000);
        return switch (how) {
            case EQUAL -> "(%s = %s AND %s = %d)".formatted(micro, at, nano, rest);
            case NOT_EQUAL -> "(%s <> %s OR %s <> %d)".formatted(micro, at, nano, rest);
            case LESS, AT_MOST, GREATER, AT_LEAST -> {
                if (rest == 0 && (how == Comparison.LESS || how == Comparison.AT_LEAST)) {
                    yield "%s %s %s".formatted(micro, how.symbol(), at);
                }
                String outer = how == Comparison.LESS || how == Comparison.AT_MOST ? "<" : ">";
                yield "(%1$s %2$s= %3$s AND (%1$s %2$s %3$s OR %4$s %5$s %6$d))"
                        .formatted(micro, outer, at, nano, how.symbol(), rest);
            }
        };
    }

    private String nanoseconds(String column) {
        String name = column + "_ns";
        used.add(name);
        return "coalesce(%s, 0)".formatted(Sql.name(name));
    }

    private String in(Operand left, List<Literal> values, boolean negated) {
        Comparison how = negated ? Comparison.NOT_EQUAL : Comparison.EQUAL;
        if (values.getFirst() instanceof Literal.Text) {
            String list = values.stream()
                    .map(v -> Sql.text(((Literal.Text) v).value()))
                    .collect(Collectors.joining(", "));
            return "%s %s (%s)".formatted(value(left), negated ? "NOT IN" : "IN", list);
        }
        return values.stream()
                .map(v -> compare(left, how, v))
                .collect(Collectors.joining(negated ? " AND " : " OR ", "(", ")"));
    }

    private String isNull(Operand left, boolean negated) {
        String value = value(left);
        boolean nans = hasNans(source.column(left.column()))
                && (inList || source.column(left.column()).shape().isScalar());
        if (!nans) {
            return value + (negated ? " IS NOT NULL" : " IS NULL");
        }
        return negated
                ? "(%1$s IS NOT NULL AND NOT isnan(%1$s))".formatted(value)
                : "(%1$s IS NULL OR isnan(%1$s))".formatted(value);
    }

    /** Haversine, for it is exact where cones are small; before it what leaves out most rows cheaply. */
    private String cone(Cut.Cone cone, boolean negated) {
        String ra = degrees(cone.ra());
        String dec = degrees(cone.dec());
        String separation = ("pow(sin(radians(%1$s - %3$s) / 2), 2)"
                        + " + cos(radians(%1$s)) * %5$s * pow(sin(radians(%2$s - %4$s) / 2), 2)")
                .formatted(
                        dec,
                        ra,
                        Sql.real(cone.centre().decDeg()),
                        Sql.real(cone.centre().raDeg()),
                        Sql.real(Math.cos(Math.toRadians(cone.centre().decDeg()))));
        double half = Math.sin(Math.toRadians(cone.radiusDeg()) / 2);
        String limit = Sql.real(half * half * (1 + 1e-14) + Double.MIN_NORMAL);
        if (negated) {
            return "(%1$s > %2$s AND NOT isnan(%1$s))".formatted("(" + separation + ")", limit);
        }
        double margin = cone.radiusDeg() + 1e-9;
        String band = "%s BETWEEN %s AND %s"
                .formatted(
                        dec,
                        Sql.real(cone.centre().decDeg() - margin),
                        Sql.real(cone.centre().decDeg() + margin));
        return "(" + cells(cone) + band + " AND " + separation + " <= " + limit + ")";
    }

    /** A circle around the polygon leaves out most rows cheaply. */
    private String polygon(Cut.Polygon polygon, boolean negated) {
        var shape = new SkyPolygon(polygon.corners());
        String ra = degrees(polygon.ra());
        String dec = degrees(polygon.dec());
        String inside = PolygonSql.inside(shape, ra, dec);
        if (negated) {
            return "(NOT coalesce(%s, false) AND NOT isnan(%s + %s))".formatted(inside, ra, dec);
        }
        String around = cone(
                new Cut.Cone(polygon.ra(), polygon.dec(), shape.centre(), Math.min(90, shape.radiusDeg() + 1e-6)),
                false);
        return "(" + around + " AND " + inside + ")";
    }

    /** Cells let DuckDB leave out row groups, if rows are sorted by them; else reading them costs more than it saves. */
    private String cells(Cut.Cone cone) {
        String healpix = source.table().common().healpix();
        if (!sortedBySky
                || healpix == null
                || !FilePruning.isMain(cone, source.table().common())) {
            return "";
        }
        used.add(healpix);
        String column = Sql.name(healpix);
        return widestApart(Healpix.cone(cone.centre().raDeg(), cone.centre().decDeg(), cone.radiusDeg())).stream()
                .map(r -> "%s BETWEEN %d AND %d".formatted(column, r.first(), r.last()))
                .collect(Collectors.joining(" OR ", "(", ") AND "));
    }

    /**
     * Fewer ranges around the same cells: DuckDB asks every one of them of every row group, which with 64 of them takes longer
     * than reading the row groups between two that lie near each other.
     */
    private static List<HealpixRange> widestApart(List<HealpixRange> ranges) {
        if (ranges.size() <= RANGES) {
            return ranges;
        }
        long least = IntStream.range(1, ranges.size())
                .mapToLong(i -> ranges.get(i).first() - ranges.get(i - 1).last())
                .sorted()
                .skip(ranges.size() - (long) RANGES)
                .findFirst()
                .orElseThrow();
        List<HealpixRange> fewer = new ArrayList<>();
        for (HealpixRange range : ranges) {
            if (fewer.isEmpty() || range.first() - fewer.getLast().last() >= least) {
                fewer.add(range);
            } else {
                fewer.set(fewer.size() - 1, new HealpixRange(fewer.getLast().first(), range.last()));
            }
        }
        return fewer;
    }

    private String degrees(String column) {
        String value = value(new Operand.Cell(column));
        double factor = source.column(column)
                .unit()
                .to(DEGREE)
                .orElseThrow(() -> new IllegalArgumentException(column + " holds no angles"))
                .factor();
        String real = source.column(column).type() == ColumnType.FLOAT64 ? value : value + "::DOUBLE";
        return factor == 1 ? real : "(%s * %s)".formatted(real, Sql.real(factor));
    }

    private String any(String column, Cut element, boolean negated) {
        inList = true;
        String condition = print(element);
        inList = false;
        used.add(column);
        Shape shape = source.column(column).shape();
        String list = ListSql.flat(Sql.name(column), shape);
        if (source.column(column).type() == ColumnType.TIMESTAMP) {
            used.add(column + "_ns");
            list = "list_zip(%s, %s)".formatted(list, ListSql.flat(Sql.name(column + "_ns"), shape));
        }
        return "len(list_filter(%s, lambda %s: %s)) %s 0".formatted(list, ELEMENT, condition, negated ? "=" : ">");
    }

    private String value(Operand operand) {
        if (inList) {
            return source.column(operand.column()).type() == ColumnType.TIMESTAMP ? ELEMENT + "[1]" : ELEMENT;
        }
        used.add(operand.column());
        return switch (operand) {
            case Operand.Cell(var column) -> Sql.name(column);
            case Operand.Length(var column) -> "len(" + Sql.name(column) + ")";
        };
    }
}
