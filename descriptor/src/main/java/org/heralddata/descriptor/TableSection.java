package org.heralddata.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.descriptor.ColumnDescriptor;
import org.heralddata.model.descriptor.ComponentDescriptor;
import org.heralddata.model.descriptor.DirectionMapping;
import org.heralddata.model.descriptor.EnergyMapping;
import org.heralddata.model.descriptor.SourceDescriptor;
import org.heralddata.model.descriptor.TableDescriptor;
import org.heralddata.model.descriptor.TimeMapping;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** One table: its source, its columns, and what they mean. */
final class TableSection {
    static final String NAME_RULE = "lower-case letters, digits and underscores, beginning with a letter";
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private static final Pattern COMPONENT = Pattern.compile("[a-z][a-z0-9]{0,31}");
    static final Set<String> KEYS = Set.of(
            "description", "source", "key", "time", "direction", "energy", "sort", "columns", "components", "access");

    private final Problems problems;
    private final Set<String> formats;
    private final boolean hasSite;
    private final Values values;
    private final PublishedNames names;

    TableSection(Problems problems, Set<String> formats, boolean hasSite) {
        this.problems = problems;
        this.formats = formats;
        this.hasSite = hasSite;
        this.values = new Values(problems);
        this.names = new PublishedNames(problems);
    }

    /** Null only if something was told. */
    @Nullable
    TableDescriptor read(String name, Node place, MappingNode node) {
        Section table = Section.of(node, "a table", KEYS, problems);
        values.name(name, place, NAME, NAME_RULE);
        Text description = table.requiredText("description");
        SourceDescriptor source = new SourceSection(problems, formats).read(table.requiredMapping("source"));
        List<ColumnDescriptor> columns = columns(table, "");
        List<ComponentDescriptor> components = components(table);
        if (columns.isEmpty() && components.isEmpty() && table.list("columns").isEmpty()) {
            problems.error(
                    DescriptorCode.NOTHING_TO_PUBLISH,
                    place,
                    "the table `%s` has no columns".formatted(name),
                    null,
                    "list them below `columns:`");
        }
        var roles = new RoleSections(problems, names);
        TimeMapping time = roles.time(table.mapping("time"));
        DirectionMapping direction = roles.direction(table.mapping("direction"), table.value("time") != null, hasSite);
        EnergyMapping energy = roles.energy(table.mapping("energy"));
        List<Text> key = table.texts("key");
        key.forEach(text -> names.require(text, "`key`"));
        names.checkReserved(time, direction, key);
        SortOrder sort = sort(table, table.value("time") != null, table.value("direction") != null);
        if (description == null || source == null) {
            return null;
        }
        var read = new TableDescriptor(
                name,
                description.value().strip(),
                source,
                key.stream().map(Text::value).toList(),
                time,
                direction,
                energy,
                sort,
                columns,
                components,
                new AccessSection(problems).read(table));
        checkComputed("time", read.timeColumns(), read, table);
        checkComputed("direction", read.directionColumns(), read, table);
        return read;
    }

    /** What is computed of restricted columns is restricted as they are, so they cannot be so in different ways. */
    private void checkComputed(String role, List<String> of, TableDescriptor read, Section table) {
        if (read.restrictions(of).size() > 1) {
            problems.error(
                    DescriptorCode.ACCESS,
                    table.keyNode(role),
                    "the columns that the %s is computed of are restricted in different ways".formatted(role),
                    null,
                    "give %s the same `access`".formatted(String.join(", ", of)));
        }
    }

    private List<ColumnDescriptor> columns(Section section, String prefix) {
        var columns = new ArrayList<ColumnDescriptor>();
        var reader = new ColumnSection(problems);
        for (Node item : section.list("columns")) {
            MappingNode node = section.mapping(item, "a column");
            ColumnDescriptor column = node == null ? null : reader.read(node, prefix, names);
            if (column != null) {
                columns.add(column);
            }
        }
        return columns;
    }

    private List<ComponentDescriptor> components(Section table) {
        var components = new ArrayList<ComponentDescriptor>();
        MappingNode node = table.mapping("components");
        if (node == null) {
            return components;
        }
        Section named = Section.named(node, "`components`", problems);
        for (String name : named.keys()) {
            values.name(name, named.keyNode(name), COMPONENT, "lower-case letters and digits, beginning with a letter");
            named.require(name);
            MappingNode component = named.mapping(name);
            if (component != null) {
                Section section = Section.of(component, "a component", Set.of("description", "columns"), problems);
                if (section.list("columns").isEmpty()) {
                    problems.error(
                            DescriptorCode.NOTHING_TO_PUBLISH,
                            named.keyNode(name),
                            "the component `%s` has no columns".formatted(name),
                            null,
                            "list them below `columns:`");
                }
                names.component(name);
                components.add(
                        new ComponentDescriptor(name, section.words("description"), columns(section, name + "_")));
            }
        }
        return components;
    }

    private SortOrder sort(Section table, boolean hasTime, boolean hasDirection) {
        SortOrder asked = table.choice(
                "sort", Set.of("time", "sky", "none"), word -> SortOrder.valueOf(word.toUpperCase(Locale.ROOT)));
        if (asked == null) {
            return hasTime ? SortOrder.TIME : hasDirection ? SortOrder.SKY : SortOrder.NONE;
        }
        boolean possible = switch (asked) {
            case NONE -> true;
            case TIME -> hasTime;
            case SKY -> hasDirection;
        };
        if (!possible) {
            String needed = asked == SortOrder.TIME ? "time" : "direction";
            problems.error(
                    DescriptorCode.ROLE_NEEDS,
                    table.keyNode("sort"),
                    "rows cannot be sorted by what the table does not map",
                    null,
                    "map the `%s`, or write `sort: none`".formatted(needed));
        }
        return asked;
    }
}
