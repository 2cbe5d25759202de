package org.heralddata.descriptor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heralddata.model.descriptor.FieldSource;
import org.heralddata.model.descriptor.FieldSource.Take;
import org.heralddata.model.descriptor.FileFieldDescriptor;
import org.heralddata.model.descriptor.PathPart;
import org.heralddata.model.descriptor.PathPattern;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.files.CommonField;
import org.heralddata.model.files.FileField;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.heralddata.spi.Extractors;
import org.heralddata.spi.MetadataExtractor;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** One field of files: where its value comes from and what it means. */
final class FileFieldSection {
    static final Set<String> KEYS = Set.of("name", "from", "unit", "source_unit", "ucd", "description", "type");

    /** What Herald itself takes, each with the keys that it needs or may have. */
    static final Map<String, Set<String>> SOURCES = new TreeMap<>(Map.of(
            "path", Set.of("pattern", "part"),
            "header", Set.of("key", "table"),
            "rows", Set.of("table"),
            "column", Set.of("column", "table", "take"),
            "value", Set.of("value")));

    static final Set<String> TYPES = Set.of("bool", "int64", "float64", "string", "timestamp");

    private final Problems problems;
    private final Extractors extractors;
    private final @Nullable PathPattern usual;
    private final boolean usualWrong;
    private final Values values;
    private boolean patternMissed;
    private final StandardWords words;

    /** @param usual the pattern for fields that have none; null if there is none, or if it is wrong */
    FileFieldSection(Problems problems, Extractors extractors, @Nullable PathPattern usual, boolean usualWrong) {
        this.problems = problems;
        this.extractors = extractors;
        this.usual = usual;
        this.usualWrong = usualWrong;
        this.values = new Values(problems);
        this.words = new StandardWords(problems);
    }

    /** Null only if something was told. */
    @Nullable
    FileFieldDescriptor read(MappingNode node, PublishedNames names) {
        String from = from(node);
        Section field = Section.of(node, "a field" + (from == null ? "" : " from " + from), keys(from), problems);
        Text name = field.requiredText("name");
        Unit unit = words.unit(field.text("unit"));
        if (name != null) {
            values.name(name, TableSection.NAME, TableSection.NAME_RULE);
            names.column(name.value(), name.node(), unit);
            checkReserved(name);
        }
        Text description = field.requiredText("description");
        FieldSource source = source(field, from, name);
        Unit sourceUnit = field.text("source_unit") == null ? null : words.unit(field.text("source_unit"));
        words.checkConversion(field, sourceUnit, unit);
        Ucd ucd = words.ucd(field.text("ucd"));
        ColumnType declared = field.choice("type", TYPES, label -> ColumnType.valueOf(label.toUpperCase(Locale.ROOT)));
        if (name == null || description == null || source == null || unit == null || ucd == null) {
            return null;
        }
        ColumnType type = declared != null ? declared : usualType(source, unit);
        if (!unit.equals(Unit.NONE) && type != ColumnType.FLOAT64 && type != ColumnType.INT64) {
            Text place = field.text("unit");
            problems.error(
                    DescriptorCode.ROLE_UNIT,
                    place == null ? field.place() : place.node(),
                    "a field of the type %s has no unit".formatted(type.label()),
                    null,
                    "leave `unit` out, or write `type: float64`");
        }
        return new FileFieldDescriptor(
                new FileField(name.value(), type, unit, ucd, description.value().strip()), source, sourceUnit);
    }

    /** The word behind {@code from}, before the other keys can be judged by it; null if there is none. */
    private static @Nullable String from(MappingNode node) {
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key
                    && key.getValue().equals("from")
                    && tuple.getValueNode() instanceof ScalarNode value
                    && !value.getValue().isBlank()) {
                return value.getValue();
            }
        }
        return null;
    }

    private Set<String> keys(@Nullable String from) {
        var keys = new TreeSet<>(KEYS);
        Set<String> own = from == null ? null : SOURCES.get(from);
        if (own != null) {
            keys.addAll(own);
        } else if (from != null && extractors.named(from).isPresent()) {
            keys.addAll(extractors.named(from).get().options());
        } else {
            SOURCES.values().forEach(keys::addAll);
            extractors.all().forEach(extractor -> keys.addAll(extractor.options()));
        }
        return keys;
    }

    private void checkReserved(Text name) {
        Optional<CommonField> common = CommonField.of(name.value());
        boolean free = common.isEmpty() || common.get() == CommonField.RUN || common.get() == CommonField.INSTRUMENT;
        if (!free) {
            problems.error(
                    DescriptorCode.RESERVED_NAME,
                    name.node(),
                    "Herald itself tells the `%s` of every file".formatted(name.value()),
                    "reserved",
                    "take another name");
        }
    }

    private @Nullable FieldSource source(Section field, @Nullable String from, @Nullable Text name) {
        if (from == null) {
            field.require("from");
            return null;
        }
        return switch (from) {
            case "path" -> part(field, name);
            case "header" -> {
                Text key = field.requiredText("key");
                yield key == null ? null : new FieldSource.Header(key.value().strip(), field.wordsOrNull("table"));
            }
            case "rows" -> new FieldSource.Rows(field.wordsOrNull("table"));
            case "column" -> {
                Text column = field.requiredText("column");
                boolean told = field.require("take");
                Take take = field.choice("take", Set.of("min", "max"), w -> Take.valueOf(w.toUpperCase(Locale.ROOT)));
                yield column == null || take == null || !told
                        ? null
                        : new FieldSource.Extreme(column.value(), field.wordsOrNull("table"), take);
            }
            case "value" -> {
                Text value = field.requiredText("value");
                yield value == null ? null : new FieldSource.Constant(value.value());
            }
            default -> extractor(field, from);
        };
    }

    private @Nullable FieldSource extractor(Section field, String from) {
        Optional<MetadataExtractor> extractor = extractors.named(from);
        if (extractor.isEmpty()) {
            var known = new ArrayList<>(SOURCES.keySet());
            known.addAll(extractors.names());
            String nearest = Nearest.help(from, known);
            Text place = field.text("from");
            problems.error(
                    DescriptorCode.CHOICE,
                    place == null ? field.place() : place.node(),
                    "nothing can be taken from `%s`".formatted(from),
                    null,
                    nearest != null ? nearest : "it can be " + String.join(", ", known));
            return null;
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (String key : extractor.get().options()) {
            Text text = field.text(key);
            if (text != null) {
                options.put(key, text.value());
            }
        }
        List<MetadataExtractor.Mistake> mistakes = extractor.get().mistakes(options);
        for (MetadataExtractor.Mistake mistake : mistakes) {
            Text wrong = field.text(mistake.option());
            problems.error(
                    DescriptorCode.EXTRACTOR,
                    wrong == null ? field.keyNode("from") : wrong.node(),
                    mistake.words(),
                    wrong == null ? "`%s` is missing".formatted(mistake.option()) : null,
                    mistake.help());
        }
        return mistakes.isEmpty() ? new FieldSource.Extractor(from, options) : null;
    }

    private @Nullable FieldSource part(Section field, @Nullable Text name) {
        Text written = field.text("pattern");
        PathPattern pattern = written == null ? usual : pattern(written, problems);
        if (pattern == null) {
            if (written == null && !usualWrong && !patternMissed) {
                patternMissed = true;
                problems.error(
                        DescriptorCode.MISSING_KEY,
                        field.keyNode("from"),
                        "a field from path needs `pattern`",
                        "`pattern` is missing",
                        "give it here, or once for all fields as `pattern` of `files`");
            }
            return null;
        }
        Text asked = field.text("part");
        Text wanted = asked == null ? name : asked;
        if (wanted == null) {
            return null;
        }
        if (pattern.part(wanted.value()).isEmpty()) {
            List<String> parts = pattern.parts().stream().map(PathPart::name).toList();
            String nearest = Nearest.help(wanted.value(), parts);
            problems.error(
                    DescriptorCode.PATTERN,
                    wanted.node(),
                    "the pattern `%s` has no part `%s`".formatted(pattern, wanted.value()),
                    null,
                    nearest != null ? nearest : "its parts are " + String.join(", ", parts) + "; name one by `part`");
            return null;
        }
        return new FieldSource.PathPart(pattern, wanted.value());
    }

    /** Null if told. */
    static @Nullable PathPattern pattern(Text text, Problems problems) {
        return switch (PathPattern.parse(text.value())) {
            case PathPattern.Reading.Valid(var pattern) -> pattern;
            case PathPattern.Reading.Invalid(var reason, int start, int length, var help) -> {
                problems.error(
                        DescriptorCode.PATTERN,
                        text,
                        start,
                        length,
                        "`%s` is not a pattern of paths".formatted(text.value()),
                        reason,
                        help);
                yield null;
            }
        };
    }

    private static ColumnType usualType(FieldSource source, Unit unit) {
        return switch (source) {
            case FieldSource.PathPart(var pattern, var part) ->
                pattern.part(part).map(PathPart::type).orElse(ColumnType.STRING);
            case FieldSource.Rows _ -> ColumnType.INT64;
            case FieldSource.Extreme _ -> ColumnType.FLOAT64;
            case FieldSource.Header _, FieldSource.Constant _, FieldSource.Extractor _ ->
                unit.equals(Unit.NONE) ? ColumnType.STRING : ColumnType.FLOAT64;
        };
    }
}
