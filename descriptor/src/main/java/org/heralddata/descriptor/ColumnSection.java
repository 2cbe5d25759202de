package org.heralddata.descriptor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.Range;
import org.heralddata.model.descriptor.ColumnDescriptor;
import org.heralddata.model.descriptor.ColumnSource;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** One column: where its values come from and what they mean. */
final class ColumnSection {
    static final Set<String> KEYS =
            Set.of("name", "source", "unit", "source_unit", "ucd", "range", "description", "type", "missing", "access");
    static final Set<String> SOURCES = Set.of("column", "metadata", "file_name", "value");
    private static final Set<String> TYPES =
            Arrays.stream(ColumnType.values()).map(ColumnType::label).collect(Collectors.toCollection(TreeSet::new));

    private final Problems problems;
    private final Values values;
    private final StandardWords words;

    ColumnSection(Problems problems) {
        this.problems = problems;
        this.words = new StandardWords(problems);
        this.values = new Values(problems);
    }

    /**
     * Null only if something was told.
     *
     * @param prefix the component's name and an underscore; empty for the event's own columns
     */
    @Nullable
    ColumnDescriptor read(MappingNode node, String prefix, PublishedNames names) {
        Section column = Section.of(node, "a column", KEYS, problems);
        Text name = column.requiredText("name");
        Unit unit = words.unit(column.text("unit"));
        if (name != null) {
            values.name(name, TableSection.NAME, TableSection.NAME_RULE);
            names.column(prefix + name.value(), name.node(), unit);
        }
        Text description = column.requiredText("description");
        ColumnSource source = source(column, name);
        Unit sourceUnit = column.text("source_unit") == null ? null : words.unit(column.text("source_unit"));
        words.checkConversion(column, sourceUnit, unit);
        Ucd ucd = words.ucd(column.text("ucd"));
        Range range = range(column);
        ColumnType type = column.choice("type", TYPES, label -> ColumnType.valueOf(label.toUpperCase(Locale.ROOT)));
        Text missing = column.text("missing");
        if (name == null || description == null || source == null || unit == null || ucd == null) {
            return null;
        }
        return new ColumnDescriptor(
                name.value(),
                source,
                unit,
                sourceUnit,
                ucd,
                range,
                description.value().strip(),
                type,
                missing == null ? null : missing.value(),
                new AccessSection(problems).read(column));
    }

    private @Nullable ColumnSource source(Section column, @Nullable Text name) {
        Node value = column.value("source");
        if (value == null) {
            return name == null ? null : new ColumnSource.FileColumn(name.value());
        }
        if (value instanceof ScalarNode scalar) {
            return new ColumnSource.FileColumn(scalar.getValue());
        }
        MappingNode node = column.mapping("source");
        if (node == null) {
            return null;
        }
        Section source = Section.of(node, "a column's source", SOURCES, problems);
        if (source.keys().size() != 1) {
            problems.error(
                    DescriptorCode.ROLE_FORM,
                    node,
                    "a column comes from one source",
                    null,
                    "give one of column, metadata, file_name, value");
            return null;
        }
        String form = source.keys().iterator().next();
        Text text = source.requiredText(form);
        if (text == null) {
            return null;
        }
        return switch (form) {
            case "column" -> new ColumnSource.FileColumn(text.value());
            case "metadata" -> new ColumnSource.Metadata(text.value());
            case "file_name" -> pattern(text);
            default -> new ColumnSource.Constant(text.value());
        };
    }

    private @Nullable ColumnSource pattern(Text text) {
        try {
            int groups = Pattern.compile(text.value()).matcher("").groupCount();
            if (groups == 1) {
                return new ColumnSource.FileName(text.value());
            }
            problems.error(
                    DescriptorCode.PATTERN,
                    text.node(),
                    "the pattern `%s` has %s".formatted(text.value(), groups == 0 ? "no group" : groups + " groups"),
                    null,
                    "put parentheses around the one part to take, such as `run_(\\d+)`; others begin with `(?:`");
        } catch (PatternSyntaxException wrong) {
            int at = Math.clamp(wrong.getIndex(), 0, Math.max(0, text.value().length() - 1));
            problems.error(
                    DescriptorCode.PATTERN,
                    text,
                    at,
                    1,
                    "`%s` is not a regular expression".formatted(text.value()),
                    wrong.getDescription().toLowerCase(Locale.ROOT),
                    null);
        }
        return null;
    }

    private @Nullable Range range(Section column) {
        Node node = column.value("range");
        if (node == null) {
            return null;
        }
        List<Text> ends = column.texts("range");
        var numbers = new ArrayList<Double>();
        for (Text end : ends) {
            Double number = values.number(end);
            if (number == null) {
                return null;
            }
            numbers.add(number);
        }
        if (numbers.size() == 2 && numbers.getFirst() <= numbers.getLast()) {
            return new Range(numbers.getFirst(), numbers.getLast());
        }
        problems.error(
                DescriptorCode.RANGE,
                node,
                numbers.size() == 2 ? "the range begins above its end" : "a range is a pair of numbers",
                null,
                "such as `[0, 60]`; `-.inf` and `.inf` leave an end open");
        return null;
    }
}
