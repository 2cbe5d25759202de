package org.heralddata.serve.portal.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heralddata.adql.schema.Names;
import org.heralddata.model.selection.Comparison;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.selection.Literal;
import org.heralddata.model.selection.Operand;

/** Prints a selection as a condition of ADQL 2.1. */
final class CutAdql {

    private CutAdql() {}

    /** Empty if ADQL cannot say it: it has no words for lists. */
    static Optional<String> of(Cut cut) {
        try {
            return Optional.of(print(cut));
        } catch (UnsupportedOperationException list) {
            return Optional.empty();
        }
    }

    private static String print(Cut cut) {
        return switch (cut) {
            case Cut.And(var parts) -> join(parts, " AND ", "1 = 1");
            case Cut.Or(var parts) -> join(parts, " OR ", "1 = 0");
            case Cut.Not(var inner) -> "NOT (" + print(inner) + ")";
            case Cut.Compare(var left, var how, var right) -> cell(left) + " " + sign(how) + " " + value(right);
            case Cut.Between(var left, var low, var high) ->
                "%s BETWEEN %s AND %s".formatted(cell(left), value(low), value(high));
            case Cut.In(var left, var values) ->
                cell(left) + values.stream().map(CutAdql::value).collect(Collectors.joining(", ", " IN (", ")"));
            case Cut.Like(var left, var pattern) -> cell(left) + " LIKE " + text(pattern);
            case Cut.IsNull(var left) -> cell(left) + " IS NULL";
            case Cut.Flag(var column) -> Names.written(column) + " = 1";
            case Cut.Cone(var ra, var dec, var centre, var radius) ->
                "1 = CONTAINS(POINT(%s, %s), CIRCLE(%s, %s, %s))"
                        .formatted(Names.written(ra), Names.written(dec), centre.raDeg(), centre.decDeg(), radius);
            case Cut.Polygon(var ra, var dec, var corners) ->
                corners.stream()
                        .map(c -> c.raDeg() + ", " + c.decDeg())
                        .collect(Collectors.joining(
                                ", ",
                                "1 = CONTAINS(POINT(%s, %s), POLYGON(".formatted(Names.written(ra), Names.written(dec)),
                                "))"));
            case Cut.AnyElement _ -> throw new UnsupportedOperationException();
        };
    }

    private static String join(List<Cut> parts, String glue, String ifNone) {
        return parts.isEmpty()
                ? ifNone
                : parts.stream()
                        .map(p -> p instanceof Cut.Or && parts.size() > 1 ? "(" + print(p) + ")" : print(p))
                        .collect(Collectors.joining(glue));
    }

    private static String cell(Operand operand) {
        return switch (operand) {
            case Operand.Cell(var column) -> Names.written(column);
            case Operand.Length _ -> throw new UnsupportedOperationException();
        };
    }

    private static String sign(Comparison how) {
        return how == Comparison.NOT_EQUAL ? "<>" : how.symbol();
    }

    private static String value(Literal literal) {
        return switch (literal) {
            case Literal.Quantity(var number, var _) -> number.toPlainString();
            case Literal.Text(var text) -> text(text);
            case Literal.Truth(var truth) -> truth ? "1" : "0";
            case Literal.Time(var ns) ->
                text(Instant.ofEpochSecond(Math.floorDiv(ns, 1_000_000_000L), Math.floorMod(ns, 1_000_000_000L))
                        .toString()
                        .replace("Z", ""));
        };
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
