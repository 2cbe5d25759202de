package org.heralddata.serve.fair;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A small RDF graph: resources with properties, of which some are resources without a name, written as Turtle and as JSON-LD.
 *
 * @param prefixes namespace by prefix; types, properties and data types are written with them
 */
record Rdf(SequencedMap<String, String> prefixes, List<Thing> things) {

    /** A value of a property. */
    sealed interface Term {}

    /** A resource that is named here and described elsewhere, or not at all. */
    record Iri(String iri) implements Term {}

    /**
     * A literal.
     *
     * @param type a data type such as {@code xsd:date}; null for plain text
     */
    record Text(String value, @Nullable String type) implements Term {}

    /**
     * A resource with its properties.
     *
     * @param iri null for one without a name
     */
    record Thing(@Nullable String iri, String type, List<Property> properties) implements Term {

        Thing(@Nullable String iri, String type) {
            this(iri, type, new ArrayList<>());
        }

        Thing with(String property, Term value) {
            properties.add(new Property(property, value));
            return this;
        }

        Thing iri(String property, @Nullable String value) {
            return value == null ? this : with(property, new Iri(value));
        }

        Thing text(String property, @Nullable String value) {
            return value == null || value.isBlank() ? this : with(property, new Text(value, null));
        }

        Thing typed(String property, @Nullable Object value, String type) {
            return value == null ? this : with(property, new Text(value.toString(), type));
        }
    }

    record Property(String name, Term value) {}

    String turtle() {
        var out = new StringBuilder();
        prefixes.forEach((prefix, namespace) -> out.append("@prefix ")
                .append(prefix)
                .append(": <")
                .append(namespace)
                .append("> .\n"));
        var waiting = new ArrayDeque<Thing>(things);
        while (!waiting.isEmpty()) {
            Thing thing = waiting.remove();
            out.append('\n').append(safe(Objects.requireNonNull(thing.iri))).append(' ');
            body(out, thing, "    ", waiting);
            out.append(" .\n");
        }
        return out.toString();
    }

    /** @param named takes the resources with names that stand within others */
    private static void body(StringBuilder out, Thing thing, String indent, Queue<Thing> named) {
        out.append("a ").append(thing.type);
        for (Property property : thing.properties) {
            out.append(" ;\n").append(indent).append(property.name).append(' ');
            switch (property.value) {
                case Iri(var iri) -> out.append(safe(iri));
                case Text(var value, var type) -> {
                    out.append('"').append(escaped(value)).append('"');
                    if (type != null) {
                        out.append("^^").append(type);
                    }
                }
                case Thing inner
                when inner.iri != null -> {
                    out.append(safe(inner.iri));
                    named.add(inner);
                }
                case Thing inner -> {
                    out.append("[ ");
                    body(out, inner, indent + "    ", named);
                    out.append(" ]");
                }
            }
        }
    }

    /** Turtle, section 6.4: what an IRI cannot hold is percent-encoded. */
    private static String safe(String iri) {
        return iri.codePoints()
                .mapToObj(
                        c -> c <= 0x20 || "<>\"{}|^`\\".indexOf(c) >= 0 ? "%%%02X".formatted(c) : Character.toString(c))
                .collect(Collectors.joining("", "<", ">"));
    }

    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(c -> switch (c) {
                    case '"' -> "\\\"";
                    case '\\' -> "\\\\";
                    case '\n' -> "\\n";
                    case '\r' -> "\\r";
                    case '\t' -> "\\t";
                    default -> c < 0x20 ? "\\u%04X".formatted(c) : Character.toString(c);
                })
                .collect(Collectors.joining());
    }

    Map<String, Object> jsonLd() {
        var out = new LinkedHashMap<String, Object>();
        out.put("@context", prefixes);
        out.put("@graph", things.stream().map(Rdf::json).toList());
        return out;
    }

    private static Map<String, Object> json(Thing thing) {
        var out = new LinkedHashMap<String, Object>();
        if (thing.iri != null) {
            out.put("@id", thing.iri);
        }
        out.put("@type", thing.type);
        var values = new LinkedHashMap<String, List<Object>>();
        for (Property property : thing.properties) {
            values.computeIfAbsent(property.name, _ -> new ArrayList<>()).add(json(property.value));
        }
        values.forEach((name, all) -> out.put(name, all.size() == 1 ? all.getFirst() : all));
        return out;
    }

    private static Object json(Term term) {
        return switch (term) {
            case Iri(var iri) -> Map.of("@id", iri);
            case Text(var value, var type) -> type == null ? value : Map.of("@type", type, "@value", value);
            case Thing inner -> json(inner);
        };
    }
}
