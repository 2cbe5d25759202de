package org.heralddata.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heralddata.model.descriptor.FileFieldDescriptor;
import org.heralddata.model.descriptor.FileTimes;
import org.heralddata.model.descriptor.FilesDescriptor;
import org.heralddata.model.descriptor.PathPattern;
import org.heralddata.model.descriptor.SourceDescriptor;
import org.heralddata.model.files.CommonField;
import org.heralddata.model.table.ColumnType;
import org.heralddata.spi.Extractors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** The files of a collection that the catalogue registers, and what it takes from them. */
final class FilesSection {
    static final Set<String> KEYS = Set.of("source", "pattern", "fields", "time", "run", "instrument");

    private final Problems problems;
    private final Set<String> formats;
    private final Extractors extractors;
    private final PublishedNames names;
    private final List<FileFieldDescriptor> fields = new ArrayList<>();

    FilesSection(Problems problems, Set<String> formats, Extractors extractors) {
        this.problems = problems;
        this.formats = formats;
        this.extractors = extractors;
        this.names = new PublishedNames(problems, "`files`", "field");
    }

    /** Null only if something was told. */
    @Nullable
    FilesDescriptor read(MappingNode node) {
        Section files = Section.of(node, "`files`", KEYS, problems);
        SourceDescriptor source = new SourceSection(problems, formats).ofFiles(files);
        Text written = files.text("pattern");
        PathPattern pattern = written == null ? null : FileFieldSection.pattern(written, problems);
        boolean patternWrong = written != null && pattern == null;
        var reader = new FileFieldSection(problems, extractors, pattern, patternWrong);
        for (Node item : files.list("fields")) {
            MappingNode field = files.mapping(item, "a field");
            FileFieldDescriptor read = field == null ? null : reader.read(field, names);
            if (read != null) {
                fields.add(read);
            }
        }
        FileTimes times = new FileTimesSection(problems, names, fields).read(files.mapping("time"));
        String run = role(files, CommonField.RUN, ColumnType.INT64, "a whole number");
        String instrument = role(files, CommonField.INSTRUMENT, ColumnType.STRING, "a text");
        return source == null ? null : new FilesDescriptor(source, fields, times, run, instrument);
    }

    /** The field that a role names, else the one of the role's own name. */
    private @Nullable String role(Section files, CommonField role, ColumnType type, String kind) {
        Text named = files.text(role.label());
        if (named != null) {
            names.require(named, "`%s`".formatted(role.label()));
            if (!named.value().equals(role.label()) && field(role.label()).isPresent()) {
                problems.error(
                        DescriptorCode.RESERVED_NAME,
                        named.node(),
                        "the field `%s` is another than the one that `%s` names".formatted(role.label(), role.label()),
                        null,
                        "give one of them another name, or leave `%s` out".formatted(role.label()));
            }
        }
        String name = named == null ? role.label() : named.value();
        Optional<FileFieldDescriptor> field = field(name);
        if (field.isPresent() && field.get().field().type() != type) {
            problems.error(
                    DescriptorCode.ROLE_FORM,
                    named == null ? files.keyNode("fields") : named.node(),
                    "`%s` is %s, but the field `%s` is of the type %s"
                            .formatted(
                                    role.label(),
                                    kind,
                                    name,
                                    field.get().field().type().label()),
                    null,
                    "write `type: %s` at the field, or give it a name of its own".formatted(type.label()));
        }
        return field.isPresent() ? name : null;
    }

    private Optional<FileFieldDescriptor> field(String name) {
        return fields.stream().filter(f -> f.field().name().equals(name)).findFirst();
    }
}
