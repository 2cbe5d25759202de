package org.heralddata.formats.ksy.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.mistake.Problems;
import org.heralddata.model.diagnostic.Nearest;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of a .ksy file, its keys looked up by name. */
final class Section {
    private final MappingNode node;
    private final Source source;
    private final Problems problems;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();

    /**
     * Takes a mapping.
     *
     * @param what  for messages, such as {@code an attribute}
     * @param known keys; null to allow any. Keys that begin with a hyphen are always allowed
     */
    Section(MappingNode node, String what, @Nullable Set<String> known, Source source, Problems problems) {
        this.node = node;
        this.source = source;
        this.problems = problems;
        for (NodeTuple entry : node.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problems.error(
                        KsyCode.BAD_VALUE, source.place(entry.getKeyNode()), "a key is a word or number", null, null);
                continue;
            }
            String name = key.getValue();
            if (known != null && !known.contains(name) && !name.startsWith("-")) {
                String nearest = Nearest.help(name, known);
                problems.error(
                        KsyCode.UNKNOWN_KEY,
                        source.place(key),
                        "%s has no key `%s`".formatted(what, name),
                        null,
                        nearest != null
                                ? nearest
                                : "it can have "
                                        + String.join(
                                                ", ", known.stream().sorted().toList()));
            } else if (entries.putIfAbsent(name, entry) != null) {
                problems.error(KsyCode.BAD_VALUE, source.place(key), "`%s` is said twice".formatted(name), null, null);
            }
        }
    }

    MappingNode node() {
        return node;
    }

    Source source() {
        return source;
    }

    /** Keys and values in the file's order. */
    Map<String, NodeTuple> entries() {
        return entries;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    @Nullable
    Node value(String key) {
        NodeTuple entry = entries.get(key);
        return entry == null ? null : entry.getValueNode();
    }

    /** A scalar; null if there is none. */
    @Nullable
    Text text(String key) {
        Node value = value(key);
        if (value == null) {
            return null;
        }
        if (value instanceof ScalarNode scalar) {
            return new Text(scalar.getValue().strip(), scalar, source);
        }
        wrong(value, "`%s` takes a single value".formatted(key));
        return null;
    }

    @Nullable
    String words(String key) {
        return value(key) instanceof ScalarNode scalar && !scalar.getValue().isBlank()
                ? scalar.getValue().strip()
                : null;
    }

    boolean flag(String key, boolean otherwise) {
        Text text = text(key);
        if (text == null) {
            return otherwise;
        }
        switch (text.value()) {
            case "true", "yes" -> {
                return true;
            }
            case "false", "no" -> {
                return false;
            }
            default -> {
                wrong(text.node(), "`%s` is `true` or `false`".formatted(key));
                return otherwise;
            }
        }
    }

    /** A mapping within; null if there is none. */
    @Nullable
    Section section(String key, String what, @Nullable Set<String> known) {
        Node value = value(key);
        if (value == null || isEmpty(value)) {
            return null;
        }
        if (value instanceof MappingNode mapping) {
            return new Section(mapping, what, known, source, problems);
        }
        wrong(value, "`%s` is a mapping of names".formatted(key));
        return null;
    }

    /** The items of a list; a single value counts as a list of one. */
    List<Node> items(String key) {
        Node value = value(key);
        if (value == null || isEmpty(value)) {
            return List.of();
        }
        return value instanceof SequenceNode list ? list.getValue() : List.of(value);
    }

    List<Text> texts(String key) {
        var texts = new ArrayList<Text>();
        for (Node item : items(key)) {
            if (item instanceof ScalarNode scalar) {
                texts.add(new Text(scalar.getValue().strip(), scalar, source));
            } else {
                wrong(item, "`%s` is a list of single values".formatted(key));
            }
        }
        return texts;
    }

    void wrong(Node at, String message) {
        problems.error(KsyCode.BAD_VALUE, source.place(at), message, null, null);
    }

    static boolean isEmpty(Node value) {
        return value instanceof ScalarNode scalar
                && scalar.isPlain()
                && (scalar.getValue().isEmpty()
                        || scalar.getValue().equals("null")
                        || scalar.getValue().equals("~"));
    }
}
