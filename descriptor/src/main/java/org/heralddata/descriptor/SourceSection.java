package org.heralddata.descriptor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heralddata.model.descriptor.SourceDescriptor;
import org.heralddata.model.diagnostic.Nearest;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Which files a table is read from, and how. */
final class SourceSection {
    static final Set<String> KEYS = Set.of("files", "index", "format", "table", "options");

    private final Problems problems;
    private final Set<String> formats;

    SourceSection(Problems problems, Set<String> formats) {
        this.problems = problems;
        this.formats = formats;
    }

    /** Null only if something was told. */
    @Nullable
    SourceDescriptor read(@Nullable MappingNode node) {
        if (node == null) {
            return null;
        }
        Section source = Section.of(node, "a source", KEYS, problems);
        List<Text> files = source.texts("files");
        Text index = source.text("index");
        if (index == null && source.value("files") == null) {
            problems.error(
                    DescriptorCode.MISSING_KEY,
                    source.keyNode("files"),
                    "a source needs `files` or an `index`",
                    "`files` is missing",
                    "such as `files: \"data/*.h5\"`");
        }
        files.forEach(this::checkInside);
        if (index != null) {
            checkInside(index);
        }
        Text format = source.text("format");
        if (format != null && !formats.isEmpty() && !formats.contains(format.value())) {
            String nearest = Nearest.help(format.value(), formats);
            problems.error(
                    DescriptorCode.CHOICE,
                    format.node(),
                    "unknown format `%s`".formatted(format.value()),
                    null,
                    nearest != null
                            ? nearest
                            : "it can be "
                                    + String.join(
                                            ", ", formats.stream().sorted().toList()));
        }
        MappingNode options = source.mapping("options");
        Map<String, String> values = options == null
                ? Map.of()
                : Section.named(options, "`options`", problems).textsByKey();
        return new SourceDescriptor(
                files.stream().map(Text::value).toList(),
                index == null ? null : index.value(),
                source.wordsOrNull("format"),
                source.wordsOrNull("table"),
                values);
    }

    private void checkInside(Text pattern) {
        String path = pattern.value().replace('\\', '/');
        boolean outside = path.startsWith("/")
                || path.matches("[A-Za-z]:.*")
                || List.of(path.split("/")).contains("..");
        if (outside) {
            problems.error(
                    DescriptorCode.OUTSIDE,
                    pattern.node(),
                    "`%s` leads out of the data folder".formatted(pattern.value()),
                    null,
                    "write a path below the data folder; `herald ingest --data DIR` tells where that is");
        }
    }
}
