package org.heralddata.jobs.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.ExportForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests as JSON: {@code {"parts": [{"collection", "release", "table", "where", "columns"}], "format", "options", "layout",
 * "delivery"}}. A part may also be {@code {"events": {"where", "collections": ["id", {"collection", "release"}]}}}: the common events of
 * several collections. Of a request with one part the members of the part may stand beside the others.
 */
public final class RequestJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> OF_PART = List.of("collection", "release", "table", "where", "columns");
    private static final List<String> OF_REQUEST = List.of("parts", "format", "options", "layout", "delivery");
    private static final String EVENTS = "events";
    private static final int MOST_PARTS = 100;
    private static final int MOST_COLLECTIONS = 1_000;

    private RequestJson() {}

    /**
     * Reads a request as it was sent.
     *
     * @throws Refusal that names the member that is wrong
     */
    public static DataRequest read(JsonNode request) {
        requireObject(request, "the request");
        JsonNode parts = request.get("parts");
        List<String> ofPart = request.has(EVENTS) ? List.of(EVENTS) : OF_PART;
        List<String> known = parts != null
                ? OF_REQUEST
                : Stream.concat(ofPart.stream(), OF_REQUEST.stream()).toList();
        requireKnown(request, "", known);
        List<RequestPart> tables = new ArrayList<>();
        List<EventsPart> events = new ArrayList<>();
        if (parts != null) {
            parts(parts, tables, events);
        } else if (request.has(EVENTS)) {
            events.add(events(request, ""));
        } else {
            tables.add(part(request, ""));
        }
        return new DataRequest(
                tables,
                events,
                new ExportForm(text(request, "format", "format", "csv"), options(request.get("options"))),
                choice(request, "layout", Layout.values(), Layout::label, Layout.WIDE),
                choice(request, "delivery", Delivery.values(), Delivery::label, Delivery.ZIP));
    }

    /** Reads what {@link #write} wrote. */
    public static FrozenRequest frozen(String json) {
        return new FrozenRequest(read(JSON.readTree(json)));
    }

    /** The request in full, members always in the same order. */
    public static ObjectNode write(FrozenRequest frozen) {
        ObjectNode all = data(frozen);
        all.put("delivery", frozen.request().delivery().label());
        return all;
    }

    /** What identifiers are made of: all that decides over the data. */
    static String meaning(FrozenRequest frozen) {
        return JSON.writeValueAsString(data(frozen));
    }

    private static ObjectNode data(FrozenRequest frozen) {
        DataRequest request = frozen.request();
        ObjectNode all = JSON.createObjectNode();
        ArrayNode parts = all.putArray("parts");
        for (RequestPart part : request.parts()) {
            ObjectNode one = parts.addObject();
            one.put("collection", part.collection().value());
            one.put("release", part.release());
            one.put("table", part.table());
            one.put("where", part.where());
            ArrayNode columns = one.putArray("columns");
            part.columns().forEach(columns::add);
        }
        for (EventsPart part : request.events()) {
            ObjectNode one = parts.addObject().putObject(EVENTS);
            one.put("where", part.where());
            ArrayNode collections = one.putArray("collections");
            part.collections()
                    .forEach(id -> collections
                            .addObject()
                            .put("collection", id.value())
                            .put("release", part.releases().get(id)));
        }
        all.put("format", request.form().format());
        ObjectNode options = all.putObject("options");
        new TreeMap<>(request.form().choices()).forEach(options::put);
        all.put("layout", request.layout().label());
        return all;
    }

    private static void parts(JsonNode parts, List<RequestPart> tables, List<EventsPart> events) {
        if (!parts.isArray() || parts.isEmpty() || parts.size() > MOST_PARTS) {
            throw wrong("`parts` is no list of 1 to %d selections".formatted(MOST_PARTS), null);
        }
        int i = 0;
        for (JsonNode part : parts) {
            String at = "parts[%d].".formatted(i++);
            requireObject(part, "`%s`".formatted(at.substring(0, at.length() - 1)));
            if (part.has(EVENTS)) {
                requireKnown(part, at, List.of(EVENTS));
                events.add(events(part, at));
            } else {
                requireKnown(
                        part,
                        at,
                        Stream.concat(OF_PART.stream(), Stream.of(EVENTS)).toList());
                tables.add(part(part, at));
            }
        }
    }

    private static EventsPart events(JsonNode part, String before) {
        JsonNode events = part.get(EVENTS);
        String at = before + EVENTS + ".";
        if (!events.isObject()) {
            throw wrong(
                    "`%sevents` is no object".formatted(before),
                    "such as {\"where\": \"energy > 1 PeV\", \"collections\": [\"kascade-demo\"]}");
        }
        requireKnown(events, at, List.of("where", "collections"));
        JsonNode given = events.get("collections");
        List<CollectionId> collections = new ArrayList<>();
        Map<CollectionId, String> releases = new LinkedHashMap<>();
        if (given != null && !given.isNull()) {
            if (!given.isArray() || given.size() > MOST_COLLECTIONS) {
                throw wrong("`%scollections` is no list of ids".formatted(at), "such as [\"kascade-demo\"]");
            }
            for (JsonNode one : given) {
                CollectionId id = collection(
                        one.isObject() ? one : JSON.createObjectNode().set("collection", one), at);
                if (one.isObject()) {
                    requireKnown(one, at + "collections.", List.of("collection", "release"));
                }
                if (collections.contains(id)) {
                    throw wrong("`%scollections` names `%s` twice".formatted(at, id), null);
                }
                collections.add(id);
                if (one.isObject() && one.hasNonNull("release")) {
                    releases.put(id, text(one, "release", at + "collections.release", null));
                }
            }
        }
        return new EventsPart(where(events, at), collections, releases);
    }

    private static CollectionId collection(JsonNode part, String at) {
        String collection = text(part, "collection", at + "collection", null);
        if (!CollectionId.FORM.matcher(collection).matches()) {
            throw wrong("`%scollection`: `%s` is no id of a collection".formatted(at, collection), null);
        }
        return new CollectionId(collection);
    }

    private static String where(JsonNode part, String at) {
        JsonNode where = part.get("where");
        return where == null || where.isNull()
                ? ""
                : where.isObject() ? where.toString() : text(part, "where", at + "where", "");
    }

    private static RequestPart part(JsonNode part, String at) {
        JsonNode release = part.get("release");
        return new RequestPart(
                collection(part, at),
                text(part, "table", at + "table", null),
                release == null || release.isNull() ? null : text(part, "release", at + "release", null),
                where(part, at),
                columns(part.get("columns"), at));
    }

    private static List<String> columns(@Nullable JsonNode columns, String at) {
        if (columns == null || columns.isNull()) {
            return List.of();
        }
        if (columns.isString()) {
            return Stream.of(columns.stringValue().split(",", -1))
                    .map(String::strip)
                    .filter(c -> !c.isEmpty())
                    .toList();
        }
        if (!columns.isArray() || columns.valueStream().anyMatch(c -> !c.isString())) {
            throw wrong("`%scolumns` is no list of names".formatted(at), "such as [\"ze\", \"array_e\"]");
        }
        return columns.valueStream().map(JsonNode::stringValue).toList();
    }

    private static Map<String, String> options(@Nullable JsonNode options) {
        if (options == null || options.isNull()) {
            return Map.of();
        }
        if (!options.isObject()
                || options.properties().stream().anyMatch(o -> !o.getValue().isValueNode())) {
            throw wrong("`options` is no object of values", "such as {\"layout\": \"compound\"} for HDF5");
        }
        Map<String, String> read = new LinkedHashMap<>();
        options.properties().forEach(o -> read.put(o.getKey(), o.getValue().asString()));
        return read;
    }

    private static <T> T choice(JsonNode request, String name, T[] values, Function<T, String> label, T usual) {
        JsonNode given = request.get(name);
        if (given == null || given.isNull()) {
            return usual;
        }
        List<String> labels = Stream.of(values).map(label).toList();
        int which = given.isString() ? labels.indexOf(given.stringValue()) : -1;
        if (which < 0) {
            throw wrong("`%s` is %s".formatted(name, given), "it is one of: " + String.join(", ", labels));
        }
        return values[which];
    }

    private static String text(JsonNode object, String name, String at, @Nullable String usual) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            if (usual != null) {
                return usual;
            }
            throw wrong("`%s` is missing".formatted(at), null);
        }
        if (!value.isString()) {
            throw wrong("`%s` is no text".formatted(at), null);
        }
        return value.stringValue();
    }

    private static void requireObject(JsonNode node, String what) {
        if (!node.isObject()) {
            throw wrong(
                    what + " is no JSON object",
                    "such as {\"collection\": \"kascade-demo\", \"table\": \"events\", \"format\": \"fits\"}");
        }
    }

    private static void requireKnown(JsonNode object, String at, List<String> known) {
        Set<String> names = new LinkedHashSet<>(object.propertyNames());
        known.forEach(names::remove);
        if (!names.isEmpty()) {
            String name = names.iterator().next();
            String help = Nearest.help(name, known);
            throw wrong(
                    "a request has no `%s%s`".formatted(at, name),
                    help != null ? help : "members: " + String.join(", ", known));
        }
    }

    private static Refusal wrong(String what, @Nullable String help) {
        return new Refusal(Diagnostic.error(RequestCode.BAD_REQUEST, what).helped(help));
    }
}
