package org.heralddata.serve.portal;

import java.util.Objects;
import org.heralddata.model.coverage.SkyPolygon;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.selection.Literal;
import org.heralddata.model.selection.Operand;
import org.heralddata.model.sky.SkyPosition;
import org.jspecify.annotations.Nullable;

/** Whether a row of a {@link FakeTable} passes a cut. */
final class FakeCut {

    private FakeCut() {}

    static boolean passes(FakeTable table, int row, Cut cut) {
        return switch (cut) {
            case Cut.And(var parts) -> parts.stream().allMatch(p -> passes(table, row, p));
            case Cut.Or(var parts) -> parts.stream().anyMatch(p -> passes(table, row, p));
            case Cut.Not(var inner) -> !passes(table, row, inner);
            case Cut.Compare(var left, var how, var right) -> {
                Integer order = compare(table, row, left, right);
                yield order != null && how.holds(order);
            }
            case Cut.Between(var left, var low, var high) -> {
                Integer a = compare(table, row, left, low);
                Integer b = compare(table, row, left, high);
                yield a != null && b != null && a >= 0 && b <= 0;
            }
            case Cut.In(var left, var values) ->
                values.stream().anyMatch(v -> Objects.equals(compare(table, row, left, v), 0));
            case Cut.Flag(var column) -> Boolean.TRUE.equals(table.cell(column, row));
            case Cut.IsNull(var left) -> table.cell(left.column(), row) == null;
            case Cut.Cone(var ra, var dec, var centre, var radius) ->
                separation(table.number(ra, row), table.number(dec, row), centre.raDeg(), centre.decDeg()) <= radius;
            case Cut.Polygon(var ra, var dec, var corners) ->
                new SkyPolygon(corners).contains(new SkyPosition(table.number(ra, row), table.number(dec, row)));
            case Cut.Like _, Cut.AnyElement _ -> throw new UnsupportedOperationException("not in the fake: " + cut);
        };
    }

    private static @Nullable Integer compare(FakeTable table, int row, Operand left, Literal right) {
        Object cell = table.cell(left.column(), row);
        if (cell == null) {
            return null;
        }
        return switch (right) {
            case Literal.Quantity(var value, var _) ->
                Double.compare(((Number) cell).doubleValue(), value.doubleValue());
            case Literal.Time(var ns) -> Long.compare((Long) cell, ns);
            case Literal.Text(var text) -> ((String) cell).compareTo(text);
            case Literal.Truth(var truth) -> Boolean.compare((Boolean) cell, truth);
        };
    }

    private static double separation(double ra1, double dec1, double ra2, double dec2) {
        double a = Math.toRadians(dec1);
        double b = Math.toRadians(dec2);
        double half = Math.pow(Math.sin((b - a) / 2), 2)
                + Math.cos(a) * Math.cos(b) * Math.pow(Math.sin(Math.toRadians(ra2 - ra1) / 2), 2);
        return Math.toDegrees(2 * Math.asin(Math.sqrt(Math.min(1, half))));
    }
}
