package org.heralddata.formats.ksy.spec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.mistake.Problems;
import org.heralddata.formats.ksy.spec.AttributeSpec.Repeat;
import org.heralddata.formats.ksy.spec.AttributeSpec.SwitchSpec;
import org.heralddata.formats.ksy.spec.AttributeSpec.ValidSpec;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads one attribute. */
final class AttributeReader {
    static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");

    private static final Set<String> SHARED = Set.of(
            "doc",
            "doc-ref",
            "type",
            "if",
            "repeat",
            "repeat-expr",
            "repeat-until",
            "size",
            "size-eos",
            "contents",
            "terminator",
            "include",
            "consume",
            "eos-error",
            "pad-right",
            "encoding",
            "enum",
            "process",
            "valid",
            "parent",
            "io",
            "pos");
    static final Set<String> FIELD = with("id");
    static final Set<String> INSTANCE = with("value", "id");
    static final Set<String> PARAMETER = Set.of("id", "type", "enum", "doc", "doc-ref");

    private final Problems problems;

    AttributeReader(Problems problems) {
        this.problems = problems;
    }

    private static Set<String> with(String... more) {
        var all = new java.util.HashSet<>(SHARED);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

    AttributeSpec read(Section section, String id, boolean named) {
        Text type = null;
        SwitchSpec switchType = null;
        if (section.value("type") instanceof MappingNode mapping) {
            switchType = switchOn(mapping, section.source());
        } else {
            type = section.text("type");
        }
        byte[] terminator = bytes(section, "terminator");
        Byte pad = octet(section, "pad-right");
        return new AttributeSpec(
                id,
                named,
                section.source().place(section.node()),
                section.words("doc"),
                type,
                switchType,
                section.text("if"),
                repeat(section),
                section.text(section.has("repeat-until") ? "repeat-until" : "repeat-expr"),
                section.text("size"),
                section.flag("size-eos", false),
                bytes(section, "contents"),
                terminator,
                section.flag("include", false),
                section.flag("consume", true),
                section.flag("eos-error", true),
                pad == null ? AttributeSpec.NONE : pad & 0xff,
                section.text("encoding"),
                section.text("enum"),
                section.text("process"),
                valid(section),
                section.text("pos"),
                section.text("io"),
                section.text("value"),
                section.text("parent"),
                section.words("-unit"),
                section.words("-ucd"));
    }

    private Repeat repeat(Section section) {
        Text how = section.text("repeat");
        String needs = null;
        Repeat repeat = Repeat.ONCE;
        switch (how == null ? "" : how.value()) {
            case "" -> repeat = section.has("repeat-expr") ? Repeat.COUNT : Repeat.ONCE;
            case "eos" -> repeat = Repeat.TO_END;
            case "expr" -> {
                repeat = Repeat.COUNT;
                needs = "repeat-expr";
            }
            case "until" -> {
                repeat = Repeat.UNTIL;
                needs = "repeat-until";
            }
            default -> {
                if (how != null) {
                    section.wrong(how.node(), "`repeat` is `eos`, `expr` or `until`, not `%s`".formatted(how.value()));
                }
            }
        }
        if (needs != null && !section.has(needs)) {
            section.wrong(section.node(), "`repeat: %s` needs `%s`".formatted(how == null ? "" : how.value(), needs));
            return Repeat.ONCE;
        }
        return repeat;
    }

    SwitchSpec switchOn(MappingNode mapping, Source source) {
        var section = new Section(mapping, "a switch", Set.of("switch-on", "cases"), source, problems);
        Text on = section.text("switch-on");
        var cases = new ArrayList<SwitchSpec.Case>();
        Section all = section.section("cases", "`cases`", null);
        if (on == null || all == null) {
            section.wrong(mapping, "a switch needs `switch-on` and `cases`");
            on = new Text("0", new ScalarNode(Tag.STR, "0", org.snakeyaml.engine.v2.common.ScalarStyle.PLAIN), source);
            return new SwitchSpec(on, List.of());
        }
        for (NodeTuple entry : all.entries().values()) {
            if (entry.getKeyNode() instanceof ScalarNode key && entry.getValueNode() instanceof ScalarNode type) {
                cases.add(new SwitchSpec.Case(
                        new Text(key.getValue().strip(), key, source),
                        new Text(type.getValue().strip(), type, source)));
            } else {
                all.wrong(entry.getValueNode(), "a case is the name of a type");
            }
        }
        return new SwitchSpec(on, cases);
    }

    private @Nullable ValidSpec valid(Section section) {
        Node node = section.value("valid");
        if (node == null) {
            return null;
        }
        if (node instanceof MappingNode mapping) {
            var valid = new Section(
                    mapping,
                    "`valid`",
                    Set.of("eq", "min", "max", "any-of", "expr", "in-enum"),
                    section.source(),
                    problems);
            return new ValidSpec(
                    section.source().place(mapping),
                    valid.text("eq"),
                    valid.text("min"),
                    valid.text("max"),
                    valid.texts("any-of"),
                    valid.text("expr"),
                    valid.flag("in-enum", false));
        }
        if (node instanceof SequenceNode) {
            section.wrong(
                    node, "`valid` is a value, or a mapping with `eq`, `min`, `max`, `any-of`, `expr` or `in-enum`");
            return null;
        }
        return new ValidSpec(section.source().place(node), section.text("valid"), null, null, List.of(), null, false);
    }

    private @Nullable Byte octet(Section section, String key) {
        Text text = section.text(key);
        Byte value = text == null ? null : Numbers.octet(text.value());
        if (text != null && value == null) {
            section.wrong(text.node(), "`%s` is a byte, 0 to 255".formatted(key));
        }
        return value;
    }

    /** A byte, a list of bytes and texts, or (contents) a text. */
    private byte @Nullable [] bytes(Section section, String key) {
        Node value = section.value(key);
        if (value == null) {
            return null;
        }
        var bytes = new ByteArrayOutputStream();
        for (Node item : section.items(key)) {
            if (!(item instanceof ScalarNode scalar)) {
                section.wrong(item, "`%s` is made of bytes and texts".formatted(key));
                continue;
            }
            boolean text =
                    !scalar.getTag().equals(Tag.INT) && !(scalar.isPlain() && Numbers.whole(scalar.getValue()) != null);
            if (text) {
                if (key.equals("terminator")) {
                    section.wrong(item, "`terminator` is made of bytes");
                }
                bytes.writeBytes(scalar.getValue().getBytes(StandardCharsets.UTF_8));
                continue;
            }
            Byte octet = Numbers.octet(scalar.getValue());
            if (octet == null) {
                problems.error(
                        KsyCode.BAD_VALUE,
                        section.source().place(item),
                        "`%s` is no byte".formatted(scalar.getValue()),
                        null,
                        "bytes are 0 to 255; put texts in quotes");
            } else {
                bytes.write(octet);
            }
        }
        return bytes.toByteArray();
    }

    void checkName(Text id, String what) {
        if (!ID.matcher(id.value()).matches()) {
            String likely = id.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
            problems.error(
                    KsyCode.BAD_VALUE,
                    id.place(),
                    "`%s` cannot be the name of %s".formatted(id.value(), what),
                    null,
                    "lower-case letters, digits and underscores, a letter first"
                            + (ID.matcher(likely).matches() ? ", such as `" + likely + "`" : ""));
        }
    }
}
