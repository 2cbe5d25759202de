package org.heralddata.store.files;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.heralddata.model.coverage.SkyPolygon;
import org.heralddata.model.files.FileField;
import org.heralddata.model.selection.Comparison;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.selection.Literal;
import org.heralddata.model.selection.Operand;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.unit.Unit;

/**
 * Prints a cut as a condition of PostgreSQL's SQL. Values are bound, never spliced.
 *
 * <p>{@code not} is carried down to the comparisons, so that a field without a value passes neither a comparison nor its
 * negation. PostgreSQL holds NaN for the greatest number; what it would let pass so is ruled out.
 */
final class FileCutSql {
    private static final Unit DEGREE = new Unit("deg");

    private final FieldSql fields;
    private final List<Object> values = new ArrayList<>();

    FileCutSql(FieldSql fields) {
        this.fields = fields;
    }

    /** What to bind, in order. */
    List<Object> values() {
        return values;
    }

    String print(Cut cut) {
        return print(cut, false);
    }

    private String print(Cut cut, boolean negated) {
        return switch (cut) {
            case Cut.And(var parts) -> join(parts, negated, negated ? " or " : " and ", !negated);
            case Cut.Or(var parts) -> join(parts, negated, negated ? " and " : " or ", negated);
            case Cut.Not(var inner) -> print(inner, !negated);
            case Cut.Compare(var left, var how, var right) -> compare(left, negated ? how.negated() : how, right);
            case Cut.Between(var left, var low, var high) ->
                "(" + compare(left, negated ? Comparison.LESS : Comparison.AT_LEAST, low)
                        + (negated ? " or " : " and ")
                        + compare(left, negated ? Comparison.GREATER : Comparison.AT_MOST, high) + ")";
            case Cut.In(var left, var list) ->
                list.stream()
                        .map(value -> compare(left, negated ? Comparison.NOT_EQUAL : Comparison.EQUAL, value))
                        .collect(Collectors.joining(negated ? " and " : " or ", "(", ")"));
            case Cut.Like(var left, var pattern) -> {
                values.add(text(pattern));
                yield "%s %s ? escape '\\'".formatted(value(left), negated ? "not like" : "like");
            }
            case Cut.IsNull(var left) -> isNull(left, negated);
            case Cut.Flag(var column) -> (negated ? "not " : "") + fields.expression(column);
            case Cut.Cone cone -> cone(cone, negated);
            case Cut.Polygon polygon -> polygon(polygon, negated);
            case Cut.AnyElement _ -> throw new IllegalArgumentException("files have no lists");
        };
    }

    private String join(List<Cut> parts, boolean negated, String glue, boolean ifNone) {
        return parts.isEmpty()
                ? Boolean.toString(ifNone)
                : parts.stream().map(p -> print(p, negated)).collect(Collectors.joining(glue, "(", ")"));
    }

    private String compare(Operand left, Comparison how, Literal right) {
        String sign = how == Comparison.NOT_EQUAL ? "<>" : how.symbol();
        String value = value(left);
        return switch (right) {
            case Literal.Time(var nanoseconds) -> bound(value, sign, nanoseconds, "?");
            case Literal.Text(var text) -> bound(value, sign, text(text), "?");
            case Literal.Truth(var truth) -> bound(value, sign, truth, "?");
            case Literal.Quantity(var number, var _) -> {
                if (fields.field(left.column()).type() != ColumnType.FLOAT64) {
                    yield bound(value, sign, number, "?::numeric");
                }
                boolean lets = how == Comparison.GREATER || how == Comparison.AT_LEAST || how == Comparison.NOT_EQUAL;
                String condition = bound(value, sign, number.doubleValue(), "?");
                yield lets ? "(%s and %s <> 'NaN')".formatted(condition, value) : condition;
            }
        };
    }

    private String bound(String value, String sign, Object with, String mark) {
        values.add(with);
        return value + " " + sign + " " + mark;
    }

    private String isNull(Operand left, boolean negated) {
        String value = value(left);
        boolean real = fields.field(left.column()).type() == ColumnType.FLOAT64;
        String condition = real ? "(%1$s is null or %1$s = 'NaN')".formatted(value) : "(" + value + " is null)";
        return negated ? "(not " + condition + ")" : condition;
    }

    /** Haversine, for it is exact where cones are small. */
    private String cone(Cut.Cone cone, boolean negated) {
        String ra = degrees(cone.ra());
        String dec = degrees(cone.dec());
        double half = Math.sin(Math.toRadians(cone.radiusDeg()) / 2);
        values.add(cone.centre().decDeg());
        values.add(Math.cos(Math.toRadians(cone.centre().decDeg())));
        values.add(cone.centre().raDeg());
        values.add(half * half * (1 + 1e-14) + Double.MIN_NORMAL);
        return ("(pow(sin(radians((%2$s - ?) / 2)), 2) + cos(radians(%2$s)) * ? * pow(sin(radians((%1$s - ?) / 2)), 2)"
                        + " %3$s ? and %1$s <> 'NaN' and %2$s <> 'NaN')")
                .formatted(ra, dec, negated ? ">" : "<=");
    }

    private String polygon(Cut.Polygon polygon, boolean negated) {
        var shape = new SkyPolygon(polygon.corners());
        String crossed = shape.edges().stream()
                .map(e ->
                        "((%s > 0) <> (%s > 0) and %s > 0)::int".formatted(dot(e.from()), dot(e.to()), dot(e.normal())))
                .collect(Collectors.joining(" + "));
        double lon = Math.toRadians(shape.centre().raDeg());
        double lat = Math.toRadians(shape.centre().decDeg());
        String ahead =
                dot(new SkyPolygon.Vector(Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)));
        String ra = degrees(polygon.ra());
        String dec = degrees(polygon.dec());
        // not worked out where there is no direction: a sine of NaN is an error
        return ("(case when %1$s <> 'NaN' and %2$s <> 'NaN' then (select %3$s (%4$s > 0 and (%5$s) %% 2 = 1) from (select"
                        + " cos(radians(%2$s)) * cos(radians(%1$s)) as x, cos(radians(%2$s)) * sin(radians(%1$s)) as y,"
                        + " sin(radians(%2$s)) as z) as p) end)")
                .formatted(ra, dec, negated ? "not" : "", ahead, crossed);
    }

    private static String dot(SkyPolygon.Vector v) {
        return "(p.x * (%s) + p.y * (%s) + p.z * (%s))".formatted(v.x(), v.y(), v.z());
    }

    private String degrees(String column) {
        FileField field = fields.field(column);
        double factor = field.unit()
                .to(DEGREE)
                .orElseThrow(() -> new IllegalArgumentException(column + " holds no angles"))
                .factor();
        return "(%s::float8 * %s::float8)".formatted(fields.expression(column), factor);
    }

    private String value(Operand operand) {
        return fields.expression(operand.column());
    }

    /** PostgreSQL's texts have no zero character, so no value equals one that has. */
    private static String text(String value) {
        return value.replace('\0', '\ufffd');
    }
}
