package org.heralddata.serve.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.query.cube.CubeQuestion;
import org.heralddata.query.cube.CubeView;
import org.heralddata.query.cube.GridScale;
import org.heralddata.query.cuts.TimeReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what linked views ask from JSON. Unknown members are refused. */
@Component
class CubeQuestions {
    private static final Set<String> BARS = Set.of("column", "bins", "min", "max", "scale", "stops");
    private static final String WANTED =
            "a view such as {\"column\": \"ze\"}, {\"x\": {\"column\": \"ze\"}, \"y\": {\"column\": \"e\"}} or {\"sky\": 4}";

    private final JsonMapper json;

    CubeQuestions(JsonMapper json) {
        this.json = json;
    }

    CubeQuestion read(Asked asked, boolean sampled) {
        String active = asked.needed(Parameter.ACTIVE);
        List<CubeQuestion.Linked> views = new ArrayList<>();
        String written = asked.text(Parameter.VIEWS).orElse("").strip();
        // a list in the body of a POST comes as its elements, parted by commas
        for (JsonNode node : node(Parameter.VIEWS, written.startsWith("[") ? written : "[" + written + "]")) {
            JsonNode cut = node.path("cut");
            views.add(new CubeQuestion.Linked(
                    view(Parameter.VIEWS, node, true), cut.isObject() ? cut.toString() : cut.asString("")));
        }
        return new CubeQuestion(
                asked.where(), view(Parameter.ACTIVE, node(Parameter.ACTIVE, active), false), views, sampled);
    }

    private JsonNode node(Parameter parameter, String written) {
        try {
            return json.readTree(written);
        } catch (JacksonException broken) {
            throw Asked.bad(parameter, written, WANTED);
        }
    }

    private static CubeView view(Parameter parameter, JsonNode node, boolean linked) {
        if (node.has("sky")) {
            known(parameter, node, Set.of("sky"), linked);
            if (!node.path("sky").isIntegralNumber()) {
                throw Asked.bad(parameter, node.toString(), "`sky` as an order, 0 to 6");
            }
            return new CubeView.Sky(node.path("sky").asInt());
        }
        if (node.has("x")) {
            known(parameter, node, Set.of("x", "y"), linked);
            return new CubeView.Pair(bars(parameter, node.path("x"), false), bars(parameter, node.path("y"), false));
        }
        return bars(parameter, node, linked);
    }

    private static CubeView.Bars bars(Parameter parameter, JsonNode node, boolean linked) {
        if (!node.path("column").isString()) {
            throw Asked.bad(parameter, node.toString(), WANTED);
        }
        known(parameter, node, BARS, linked);
        List<Double> stops = new ArrayList<>();
        for (JsonNode stop : node.path("stops")) {
            Double value = number(parameter, stop);
            if (value != null) {
                stops.add(value);
            }
        }
        return new CubeView.Bars(
                node.path("column").asString(),
                Math.clamp(node.path("bins").asInt(0), 0, 400),
                number(parameter, node.path("min")),
                number(parameter, node.path("max")),
                scale(parameter, node.path("scale")),
                stops);
    }

    private static void known(Parameter parameter, JsonNode node, Set<String> members, boolean linked) {
        for (String name : node.propertyNames()) {
            if (!members.contains(name) && !(linked && name.equals("cut"))) {
                var all = new TreeSet<>(members);
                String near = Nearest.help(name, List.copyOf(all));
                throw Asked.bad(
                        parameter, node.toString(), near != null ? near : "no `%s`, but: %s".formatted(name, all));
            }
        }
    }

    private static @Nullable Double number(Parameter parameter, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.isNumber() && Double.isFinite(node.asDouble())) {
            return node.asDouble();
        }
        var time = TimeReader.read(node.asString(""));
        if (time.isPresent()) {
            return time.getAsLong() / 1e6;
        }
        throw Asked.bad(parameter, node.toString(), "a number, or a time");
    }

    private static @Nullable GridScale scale(Parameter parameter, JsonNode node) {
        return switch (node.asString("").toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "linear", "time" -> GridScale.LINEAR;
            case "log" -> GridScale.LOG;
            default -> throw Asked.bad(parameter, node.toString(), "`linear` or `log`");
        };
    }
}
