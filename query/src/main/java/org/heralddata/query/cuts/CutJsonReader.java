package org.heralddata.query.cuts;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts the JSON form of a selection into text; what the text means is for the parser to judge. */
final class CutJsonReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Set<String> OPERATORS =
            Set.of("=", "==", "!=", "<>", "<", "<=", ">", ">=", "between", "in", "like", "is null");
    private static final Set<String> KINDS = Set.of("and", "or", "not", "column", "length", "cone", "polygon", "any");
    private static final Set<String> CONDITION = Set.of("column", "length", "op", "value", "unit");
    private static final Set<String> POLYGON = Set.of("ra", "dec", "corners");
    private static final Set<String> CONE = Set.of("ra", "dec", "lon", "lat", "radius");

    private final String json;
    private int depth;

    CutJsonReader(String json) {
        this.json = json;
    }

    String text() {
        if (json.length() > 4 * CutParser.MAX_LENGTH) {
            throw new Refusal(Diagnostic.error(
                    QueryCode.TOO_LONG,
                    "the selection has %d characters, %d are allowed in JSON"
                            .formatted(json.length(), 4 * CutParser.MAX_LENGTH)));
        }
        try {
            return text(JSON.readTree(json));
        } catch (JacksonException broken) {
            long at = broken.getLocation() == null ? -1 : broken.getLocation().getCharOffset();
            int start = Math.clamp(at, 0, Math.max(0, json.length() - 1));
            throw new Refusal(Diagnostic.error(
                            QueryCode.BAD_JSON, "this is no JSON", new Location.InQuery(json, start, 1))
                    .labelled(broken.getOriginalMessage().lines().findFirst().orElse("")));
        }
    }

    private String text(JsonNode node) {
        if (++depth > CutParser.MAX_DEPTH) {
            throw new Refusal(Diagnostic.error(
                    QueryCode.TOO_LONG, "the selection has more than %d levels".formatted(CutParser.MAX_DEPTH)));
        }
        try {
            return object(node);
        } finally {
            depth--;
        }
    }

    private String object(JsonNode node) {
        if (!node.isObject()) {
            throw bad("a condition is an object, not `%s`".formatted(shortened(node)), null);
        }
        if (node.isEmpty()) {
            if (depth > 1) {
                throw bad("a part of a selection cannot be empty", null);
            }
            return "";
        }
        List<String> kinds =
                node.propertyNames().stream().filter(KINDS::contains).toList();
        if (kinds.size() != 1) {
            String first = node.propertyNames().iterator().next();
            throw bad("a condition has exactly one of %s".formatted(named(KINDS)), Nearest.help(first, KINDS));
        }
        String kind = kinds.getFirst();
        JsonNode inner = node.path(kind);
        return switch (kind) {
            case "and", "or" -> parts(only(node, kind).path(kind), " " + kind + " ");
            case "not" -> "not (" + text(only(node, kind).path(kind)) + ")";
            case "any" -> "any(" + text(only(node, kind).path(kind)) + ")";
            case "cone" -> cone(only(node, kind).path(kind));
            case "polygon" -> polygon(only(node, kind).path(kind));
            case "length" -> condition(node, "length(" + name(inner) + ")");
            default -> condition(node, name(inner));
        };
    }

    private JsonNode only(JsonNode node, String kind) {
        known(node, Set.of(kind));
        return node;
    }

    private String parts(JsonNode parts, String glue) {
        if (!parts.isArray() || parts.isEmpty()) {
            throw bad("`%s` takes a list of conditions".formatted(glue.strip()), null);
        }
        return parts.valueStream().map(part -> "(" + text(part) + ")").collect(Collectors.joining(glue));
    }

    private String cone(JsonNode cone) {
        if (!cone.isObject()) {
            throw bad("`cone` takes an object with %s".formatted(named(CONE)), null);
        }
        known(cone, CONE);
        return "cone(%s, %s, %s, %s, %s)"
                .formatted(
                        name(cone.path("ra")),
                        name(cone.path("dec")),
                        angle(cone.path("lon"), "lon"),
                        angle(cone.path("lat"), "lat"),
                        angle(cone.path("radius"), "radius"));
    }

    private String polygon(JsonNode polygon) {
        JsonNode corners = polygon.path("corners");
        if (!polygon.isObject()
                || !corners.isArray()
                || corners.valueStream().anyMatch(c -> !c.isArray() || c.size() != 2)) {
            throw bad("`polygon` takes an object with `ra`, `dec` and `corners`, a list of pairs", null);
        }
        known(polygon, POLYGON);
        return corners.valueStream()
                .map(c -> angle(c.path(0), "corners") + ", " + angle(c.path(1), "corners"))
                .collect(Collectors.joining(
                        ", ", "polygon(%s, %s, ".formatted(name(polygon.path("ra")), name(polygon.path("dec"))), ")"));
    }

    /** A number of degrees, or text as the language writes angles. */
    private String angle(JsonNode value, String of) {
        if (value.isNumber()) {
            return value.asString();
        }
        if (value.isString() && value.asString().matches("[0-9A-Za-z .+-]{1,40}")) {
            return value.asString();
        }
        throw bad("`%s` is a number of degrees or text such as `30 arcmin`".formatted(of), null);
    }

    private String condition(JsonNode node, String subject) {
        known(node, CONDITION);
        if (!node.has("op")) {
            if (node.has("value") || node.has("unit") || node.has("length")) {
                throw bad("`op` is missing", "one of %s".formatted(named(OPERATORS)));
            }
            return subject;
        }
        String op = node.path("op").isString() ? node.path("op").asString() : "";
        if (!OPERATORS.contains(op)) {
            throw bad(
                    "there is no `op` `%s`".formatted(shortened(node.path("op"))),
                    "one of %s".formatted(named(OPERATORS)));
        }
        String unit = unit(node);
        JsonNode value = node.path("value");
        return switch (op) {
            case "is null" -> subject + " is null";
            case "between" -> {
                if (!value.isArray() || value.size() != 2) {
                    throw bad("`between` takes a list of two values", null);
                }
                yield subject + " between " + value(value.get(0), unit) + " and " + value(value.get(1), unit);
            }
            case "in" -> {
                if (!value.isArray() || value.isEmpty()) {
                    throw bad("`in` takes a list of values", null);
                }
                yield subject + " in "
                        + value.valueStream().map(v -> value(v, unit)).collect(Collectors.joining(", ", "(", ")"));
            }
            default -> subject + " " + op + " " + value(value, unit);
        };
    }

    private String unit(JsonNode node) {
        JsonNode unit = node.path("unit");
        if (unit.isMissingNode()) {
            return "";
        }
        if (!unit.isString() || !unit.asString().matches("[A-Za-z0-9_./*^%°'()+-]{0,100}")) {
            throw bad("`unit` is the symbol of a unit, such as `deg`", null);
        }
        return unit.asString().isEmpty() ? "" : " " + unit.asString();
    }

    private String value(JsonNode value, String unit) {
        if (value.isNumber()) {
            return value.isIntegralNumber() ? value.asString() + unit : CutText.number(value.decimalValue()) + unit;
        }
        if (value.isString()) {
            return CutText.quoted(value.asString());
        }
        if (value.isBoolean()) {
            return value.asString();
        }
        throw bad(
                value.isMissingNode()
                        ? "`value` is missing"
                        : "a value is a number, a string, true or false, not `%s`".formatted(shortened(value)),
                null);
    }

    private String name(JsonNode name) {
        if (!name.isString() || name.asString().isEmpty() || name.asString().contains("\"")) {
            throw bad(
                    name.isMissingNode()
                            ? "the name of a column is missing"
                            : "the name of a column is a string, not `%s`".formatted(shortened(name)),
                    null);
        }
        return CutText.name(name.asString());
    }

    private void known(JsonNode node, Set<String> keys) {
        for (String key : node.propertyNames()) {
            if (!keys.contains(key)) {
                String help = Nearest.help(key, keys);
                throw bad("unknown key `%s`".formatted(key), help != null ? help : "here can be " + named(keys));
            }
        }
    }

    private static String named(Set<String> words) {
        return words.stream().sorted().map("`%s`"::formatted).collect(Collectors.joining(", "));
    }

    private static String shortened(JsonNode node) {
        String text = node.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private Refusal bad(String message, @Nullable String help) {
        return new Refusal(Diagnostic.error(QueryCode.BAD_JSON, message).helped(help));
    }
}
