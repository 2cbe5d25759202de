package org.heralddata.descriptor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.heralddata.model.diagnostic.Nearest;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A mapping of the YAML text whose keys were checked; its getters tell what is missing or of the wrong kind. */
final class Section {
    private final String what;
    private final Node place;
    private final Problems problems;
    private final SequencedMap<String, NodeTuple> entries = new LinkedHashMap<>();

    private Section(String what, Node place, Problems problems) {
        this.what = what;
        this.place = place;
        this.problems = problems;
    }

    /**
     * Takes the keys that are known; the others are told.
     *
     * @param what  the name of such a section in messages, such as {@code a column}
     * @param known keys it may have
     */
    static Section of(MappingNode node, String what, Set<String> known, Problems problems) {
        Section section = named(node, what, problems);
        section.entries.entrySet().removeIf(entry -> {
            boolean unknown = !known.contains(entry.getKey());
            if (unknown) {
                problems.error(
                        DescriptorCode.UNKNOWN_KEY,
                        entry.getValue().getKeyNode(),
                        "%s has no key `%s`".formatted(what, entry.getKey()),
                        "unknown key",
                        adviceFor(entry.getKey(), known));
            }
            return unknown;
        });
        return section;
    }

    /** Takes any keys: names that the curator gives. */
    static Section named(MappingNode node, String what, Problems problems) {
        var section = new Section(what, node, problems);
        problems.spend(1 + node.getValue().size());
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.error(DescriptorCode.WRONG_KIND, tuple.getKeyNode(), "a key is a word", null, null);
            } else if (section.entries.putIfAbsent(key.getValue(), tuple) != null) {
                problems.error(
                        DescriptorCode.REPEATED_KEY,
                        key,
                        "%s has `%s` twice".formatted(what, key.getValue()),
                        "given before",
                        "keep one of them");
            }
        }
        return section;
    }

    private static String adviceFor(String written, Set<String> known) {
        String nearest = Nearest.help(written, known);
        return nearest != null
                ? nearest
                : "it may have " + String.join(", ", known.stream().sorted().toList());
    }

    /** Where the section begins. */
    Node place() {
        return place;
    }

    /** The keys present, in the order of the text. */
    Set<String> keys() {
        return entries.sequencedKeySet();
    }

    Node keyNode(String key) {
        NodeTuple entry = entries.get(key);
        return entry == null ? place : entry.getKeyNode();
    }

    /** Null if absent or empty. */
    @Nullable
    Node value(String key) {
        NodeTuple entry = entries.get(key);
        return entry == null || isEmpty(entry.getValueNode()) ? null : entry.getValueNode();
    }

    /** A text, number or word; null if absent. */
    @Nullable
    Text text(String key) {
        Node value = value(key);
        return value == null ? null : text(value, key);
    }

    /** Null, and told, if absent. */
    @Nullable
    Text requiredText(String key) {
        require(key);
        return text(key);
    }

    /** The value of a text; empty if absent. */
    String words(String key) {
        Text text = text(key);
        return text == null ? "" : text.value().strip();
    }

    @Nullable
    String wordsOrNull(String key) {
        Text text = text(key);
        return text == null ? null : text.value().strip();
    }

    /** A section below this one; null if absent. */
    @Nullable
    MappingNode mapping(String key) {
        Node value = value(key);
        return value == null ? null : mapping(value, "`%s`".formatted(key));
    }

    @Nullable
    MappingNode requiredMapping(String key) {
        require(key);
        return mapping(key);
    }

    /** The items of a list; none if absent. */
    List<Node> list(String key) {
        return switch (value(key)) {
            case null -> List.of();
            case SequenceNode sequence -> {
                problems.spend(sequence.getValue().size());
                yield sequence.getValue();
            }
            case Node other -> {
                wrongKind(other, "`%s` is a list".formatted(key), "begin each item with `- `");
                yield List.of();
            }
        };
    }

    /** One text or a list of them. */
    List<Text> texts(String key) {
        var texts = new ArrayList<Text>();
        for (Node item : value(key) instanceof ScalarNode one ? List.<Node>of(one) : list(key)) {
            Text text = text(item, key);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The values below each key, as texts. */
    Map<String, String> textsByKey() {
        var texts = new LinkedHashMap<String, String>();
        for (String key : keys()) {
            Text text = text(key);
            if (text != null) {
                texts.put(key, text.value());
            }
        }
        return texts;
    }

    /** Tells that a key is missing. */
    boolean require(String key) {
        if (value(key) != null) {
            return true;
        }
        problems.error(
                DescriptorCode.MISSING_KEY,
                keyNode(key),
                "%s needs `%s`".formatted(what, key),
                entries.containsKey(key) ? "empty" : "`%s` is missing".formatted(key),
                null);
        return false;
    }

    /** The item of a list as a section; null, and told, if it is something else. */
    @Nullable
    MappingNode mapping(Node node, String name) {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        wrongKind(node, "%s is a mapping of keys to values".formatted(name), null);
        return null;
    }

    /** One of a few words, upper or lower case; null if absent, or told. */
    <T> @Nullable T choice(String key, Set<String> words, Function<String, T> meaning) {
        Text text = text(key);
        if (text == null) {
            return null;
        }
        String word = words.stream()
                .filter(w -> w.equalsIgnoreCase(text.value()))
                .findFirst()
                .orElse(null);
        if (word == null) {
            String nearest = Nearest.help(text.value(), words);
            problems.error(
                    DescriptorCode.CHOICE,
                    text.node(),
                    "`%s` cannot be `%s`".formatted(key, text.value()),
                    null,
                    nearest != null
                            ? nearest
                            : "it can be "
                                    + String.join(", ", words.stream().sorted().toList()));
            return null;
        }
        return meaning.apply(word);
    }

    private @Nullable Text text(Node value, String key) {
        if (value instanceof ScalarNode scalar) {
            if (!scalar.getValue().isBlank() || !scalar.isPlain()) {
                return new Text(scalar.getValue(), scalar);
            }
            return null;
        }
        wrongKind(value, "`%s` is a single value".formatted(key), null);
        return null;
    }

    private void wrongKind(Node value, String message, @Nullable String help) {
        problems.error(DescriptorCode.WRONG_KIND, value, message, null, help);
    }

    private static boolean isEmpty(Node node) {
        return node.getTag().equals(Tag.NULL)
                || (node instanceof ScalarNode scalar && scalar.getValue().isBlank())
                || (node instanceof SequenceNode list && list.getValue().isEmpty());
    }
}
