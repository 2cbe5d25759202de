package org.heralddata.query.cuts;

import java.math.BigDecimal;
import java.util.List;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.selection.Literal;
import org.heralddata.model.selection.Operand;
import org.heralddata.model.unit.Unit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of selections: {@code {"column": "ze", "op": "<", "value": 20, "unit": "deg"}}. */
public final class CutJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CutJson() {}

    /** Canonical JSON; <code>{}</code> for {@link Cut#EVERYTHING}. */
    public static String of(Cut cut) {
        return node(cut).toString();
    }

    /** The same selection as text, not yet checked. */
    public static String toText(String json) {
        return new CutJsonReader(json).text();
    }

    private static ObjectNode node(Cut cut) {
        ObjectNode node = JSON.createObjectNode();
        switch (cut) {
            case Cut.And(var parts) when parts.isEmpty() -> {}
            case Cut.And(var parts) -> parts(node.putArray("and"), parts);
            case Cut.Or(var parts) -> parts(node.putArray("or"), parts);
            case Cut.Not(var inner) -> node.set("not", node(inner));
            case Cut.Compare(var left, var how, var right) -> {
                operand(node, left).put("op", how.symbol());
                value(node, right);
            }
            case Cut.Between(var left, var low, var high) -> {
                operand(node, left).put("op", "between");
                values(node, List.of(low, high));
            }
            case Cut.In(var left, var values) -> {
                operand(node, left).put("op", "in");
                values(node, values);
            }
            case Cut.Like(var left, var pattern) ->
                operand(node, left).put("op", "like").put("value", pattern);
            case Cut.IsNull(var left) -> operand(node, left).put("op", "is null");
            case Cut.Flag(var column) -> node.put("column", column);
            case Cut.Cone(var ra, var dec, var centre, var radius) ->
                node.putObject("cone")
                        .put("ra", ra)
                        .put("dec", dec)
                        .put("lon", centre.raDeg())
                        .put("lat", centre.decDeg())
                        .put("radius", radius);
            case Cut.Polygon(var ra, var dec, var corners) -> {
                ArrayNode all =
                        node.putObject("polygon").put("ra", ra).put("dec", dec).putArray("corners");
                corners.forEach(c -> all.addArray().add(c.raDeg()).add(c.decDeg()));
            }
            case Cut.AnyElement(var column, var element) -> node.set("any", node(element));
        }
        return node;
    }

    private static void parts(ArrayNode array, List<Cut> parts) {
        parts.forEach(part -> array.add(node(part)));
    }

    private static ObjectNode operand(ObjectNode node, Operand operand) {
        return switch (operand) {
            case Operand.Cell(var column) -> node.put("column", column);
            case Operand.Length(var column) -> node.put("length", column);
        };
    }

    private static void value(ObjectNode node, Literal literal) {
        ArrayNode one = JSON.createArrayNode();
        add(one, literal);
        node.set("value", one.get(0));
        unit(node, literal);
    }

    private static void values(ObjectNode node, List<Literal> literals) {
        ArrayNode array = node.putArray("value");
        literals.forEach(literal -> add(array, literal));
        unit(node, literals.getFirst());
    }

    private static void add(ArrayNode array, Literal literal) {
        switch (literal) {
            case Literal.Quantity(var value, var unit) -> array.add(new BigDecimal(CutText.number(value)));
            case Literal.Text(var text) -> array.add(text);
            case Literal.Truth(var truth) -> array.add(truth);
            case Literal.Time(var nanoseconds) -> array.add(TimeReader.write(nanoseconds));
        }
    }

    private static void unit(ObjectNode node, Literal literal) {
        if (literal instanceof Literal.Quantity(var value, var unit)
                && !unit.equals(Unit.NONE)
                && !unit.isLogarithmic()) {
            node.put("unit", unit.symbol());
        }
    }
}
