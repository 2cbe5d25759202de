package org.heralddata.query.cuts;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.selection.Literal;
import org.heralddata.model.selection.Operand;
import org.heralddata.model.unit.Unit;

/** Prints a cut in the selection language, each cut in one way only. Parsed against the same table it is the same cut. */
public final class CutText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private CutText() {}

    /** Empty for {@link Cut#EVERYTHING}. */
    public static String of(Cut cut) {
        return switch (cut) {
            case Cut.And(var parts) ->
                parts.stream()
                        .map(p -> p instanceof Cut.Or ? "(" + of(p) + ")" : of(p))
                        .collect(Collectors.joining(" and "));
            case Cut.Or(var parts) -> parts.stream().map(CutText::of).collect(Collectors.joining(" or "));
            case Cut.Not(var inner) -> not(inner);
            case Cut.Compare(var left, var how, var right) -> operand(left) + " " + how.symbol() + " " + literal(right);
            case Cut.Between(var left, var low, var high) -> operand(left) + " between " + ends(low, high);
            case Cut.In(var left, var values) -> operand(left) + " in " + list(values);
            case Cut.Like(var left, var pattern) -> operand(left) + " like " + quoted(pattern);
            case Cut.IsNull(var left) -> operand(left) + " is null";
            case Cut.Flag(var column) -> name(column);
            case Cut.Cone(var ra, var dec, var centre, var radius) ->
                "cone(%s, %s, %s deg, %s deg, %s deg)"
                        .formatted(
                                name(ra),
                                name(dec),
                                number(BigDecimal.valueOf(centre.raDeg())),
                                number(BigDecimal.valueOf(centre.decDeg())),
                                number(BigDecimal.valueOf(radius)));
            case Cut.Polygon(var ra, var dec, var corners) ->
                corners.stream()
                        .map(c -> "%s deg, %s deg"
                                .formatted(
                                        number(BigDecimal.valueOf(c.raDeg())), number(BigDecimal.valueOf(c.decDeg()))))
                        .collect(Collectors.joining(", ", "polygon(" + name(ra) + ", " + name(dec) + ", ", ")"));
            case Cut.AnyElement(var column, var element) -> "any(" + of(element) + ")";
        };
    }

    private static String not(Cut inner) {
        return switch (inner) {
            case Cut.Between(var left, var low, var high) -> operand(left) + " not between " + ends(low, high);
            case Cut.In(var left, var values) -> operand(left) + " not in " + list(values);
            case Cut.Like(var left, var pattern) -> operand(left) + " not like " + quoted(pattern);
            case Cut.IsNull(var left) -> operand(left) + " is not null";
            case Cut.Flag _, Cut.Cone _, Cut.Polygon _, Cut.AnyElement _ -> "not " + of(inner);
            case Cut.And _, Cut.Or _, Cut.Not _, Cut.Compare _ -> "not (" + of(inner) + ")";
        };
    }

    private static String ends(Literal low, Literal high) {
        return literal(low) + " and " + literal(high);
    }

    private static String list(List<Literal> values) {
        return values.stream().map(CutText::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String operand(Operand operand) {
        return switch (operand) {
            case Operand.Cell(var column) -> name(column);
            case Operand.Length(var column) -> "length(" + name(column) + ")";
        };
    }

    /** A value as the language writes it; logarithms without unit, since a bare number is in the column's own. */
    private static String literal(Literal literal) {
        return switch (literal) {
            case Literal.Quantity(var value, var unit) ->
                number(value) + (unit.equals(Unit.NONE) || unit.isLogarithmic() ? "" : " " + unit);
            case Literal.Text(var value) -> quoted(value);
            case Literal.Truth(var value) -> Boolean.toString(value);
            case Literal.Time(var nanoseconds) -> TimeReader.write(nanoseconds);
        };
    }

    static String number(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        return exponent > 20 || exponent < -6
                ? stripped.toString().replace("E+", "e").replace("E", "e")
                : stripped.toPlainString();
    }

    static String name(String column) {
        return PLAIN.matcher(column).matches() && !CutParser.KEYWORDS.contains(column) ? column : "\"" + column + "\"";
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
