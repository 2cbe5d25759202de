package org.heralddata.formats.ksy.spec;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.mistake.Problems;
import org.heralddata.formats.ksy.spec.TypeSpec.EnumSpec;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads types out of YAML nodes. */
final class TypeReader {
    private static final int MOST_DEPTH = 30;
    private static final int MOST_ATTRIBUTES = 20_000;
    private static final Set<String> TYPE =
            Set.of("meta", "doc", "doc-ref", "params", "seq", "types", "instances", "enums", "to-string");
    private static final Set<String> META = Set.of(
            "id",
            "title",
            "application",
            "file-extension",
            "xref",
            "license",
            "license-url",
            "ks-version",
            "ks-debug",
            "ks-opaque-types",
            "ks-zero-copy-substream",
            "imports",
            "encoding",
            "endian",
            "bit-endian",
            "tags",
            "tag",
            "id-ref",
            "author");

    private final Source source;
    private final Problems problems;
    private final AttributeReader attributes;
    private int read;

    TypeReader(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
        this.attributes = new AttributeReader(problems);
    }

    TypeSpec read(MappingNode node, String name, @Nullable TypeSpec outer, int depth) {
        var section = new Section(node, outer == null ? "a .ksy file" : "a type", TYPE, source, problems);
        Section meta = section.section("meta", "`meta`", META);
        String id = meta == null ? null : meta.words("id");
        var type = new TypeSpec(outer == null && id != null ? id : name, outer, source);
        if (depth > MOST_DEPTH) {
            section.wrong(node, "types are nested too deeply");
            return type;
        }
        if (meta != null) {
            meta(meta, type);
        }
        String doc = section.words("doc");
        type.doc = doc == null ? "" : doc;
        list(section, "params", AttributeReader.PARAMETER, type.parameters);
        list(section, "seq", AttributeReader.FIELD, type.sequence);
        instances(section, type);
        named(section, "types").forEach((each, inner) -> type.types.put(each, read(inner, each, type, depth + 1)));
        enums(section, type);
        checkRepeats(type);
        return type;
    }

    private void meta(Section meta, TypeSpec type) {
        String title = meta.words("title");
        type.title = title == null ? "" : title;
        type.opaqueTypes = meta.flag("ks-opaque-types", false);
        type.imports.addAll(meta.texts("imports"));
        type.encoding = meta.text("encoding");
        type.bitEndian = endian(meta, meta.text("bit-endian"));
        if (meta.value("endian") instanceof MappingNode mapping) {
            type.endianSwitch = attributes.switchOn(mapping, source);
            type.endianSwitch.cases().forEach(c -> endian(meta, c.type()));
        } else {
            type.endian = endian(meta, meta.text("endian"));
        }
    }

    private static @Nullable Text endian(Section meta, @Nullable Text text) {
        if (text != null && !text.value().equals("le") && !text.value().equals("be")) {
            meta.wrong(text.node(), "a byte order is `le` or `be`, not `%s`".formatted(text.value()));
            return null;
        }
        return text;
    }

    private void list(Section section, String key, Set<String> known, List<AttributeSpec> into) {
        Node node = section.value(key);
        if (node != null && !Section.isEmpty(node) && !(node instanceof org.snakeyaml.engine.v2.nodes.SequenceNode)) {
            section.wrong(node, "`%s` is a list".formatted(key));
            return;
        }
        for (Node item : section.items(key)) {
            if (!(item instanceof MappingNode mapping)) {
                section.wrong(item, "an item of `%s` is a mapping with `id` and `type`".formatted(key));
                continue;
            }
            if (++read > MOST_ATTRIBUTES) {
                section.wrong(item, "a .ksy file has at most %d attributes".formatted(MOST_ATTRIBUTES));
                return;
            }
            var attribute = new Section(mapping, "an attribute", known, source, problems);
            Text id = attribute.text("id");
            if (id != null) {
                attributes.checkName(id, "an attribute");
            } else if (key.equals("params")) {
                attribute.wrong(mapping, "a parameter needs an `id`");
            }
            into.add(attributes.read(attribute, id == null ? "_unnamed" + into.size() : id.value(), id != null));
        }
    }

    private void instances(Section section, TypeSpec type) {
        named(section, "instances").forEach((name, node) -> {
            read++;
            var instance = new Section(node, "an instance", AttributeReader.INSTANCE, source, problems);
            type.instances.add(attributes.read(instance, name, true));
        });
    }

    private SequencedMap<String, MappingNode> named(Section section, String key) {
        var found = new LinkedHashMap<String, MappingNode>();
        Section all = section.section(key, "`" + key + "`", null);
        if (all == null) {
            return found;
        }
        for (NodeTuple entry : all.entries().values()) {
            if (!(entry.getKeyNode() instanceof ScalarNode name)) {
                continue;
            }
            if (name.getValue().startsWith("-")) {
                continue;
            }
            attributes.checkName(new Text(name.getValue(), name, source), "a type or instance");
            if (entry.getValueNode() instanceof MappingNode mapping) {
                found.put(name.getValue(), mapping);
            } else {
                all.wrong(entry.getValueNode(), "`%s` is described by a mapping".formatted(name.getValue()));
            }
        }
        return found;
    }

    private void enums(Section section, TypeSpec type) {
        named(section, "enums").forEach((name, node) -> {
            var labels = new LinkedHashMap<BigInteger, String>();
            var all = new Section(node, "an enumeration", null, source, problems);
            for (NodeTuple entry : all.entries().values()) {
                if (!(entry.getKeyNode() instanceof ScalarNode key)
                        || key.getValue().matches("-[a-z].*")) {
                    continue;
                }
                BigInteger number = Numbers.whole(key.getValue());
                String label = null;
                if (entry.getValueNode() instanceof ScalarNode plain) {
                    label = plain.getValue();
                } else if (entry.getValueNode() instanceof MappingNode mapping) {
                    label = new Section(mapping, "a label", Set.of("id", "doc", "doc-ref"), source, problems)
                            .words("id");
                }
                if (number == null || label == null) {
                    all.wrong(key, "an enumeration maps whole numbers to labels");
                } else {
                    labels.put(number, label);
                }
            }
            type.enums.put(name, new EnumSpec(name, labels));
        });
    }

    private void checkRepeats(TypeSpec type) {
        var seen = new HashSet<String>();
        for (List<AttributeSpec> list : List.of(type.parameters, type.sequence, type.instances)) {
            for (AttributeSpec attribute : list) {
                if (!seen.add(attribute.id())) {
                    problems.error(
                            KsyCode.BAD_VALUE,
                            attribute.place(),
                            "the name `%s` is used twice in `%s`".formatted(attribute.id(), type.path()),
                            null,
                            null);
                }
            }
        }
    }
}
