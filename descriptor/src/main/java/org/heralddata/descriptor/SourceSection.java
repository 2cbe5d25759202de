package org.heralddata.descriptor;

import java.nio.file.FileSystems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.heralddata.model.descriptor.SourceDescriptor;
import org.heralddata.model.diagnostic.Nearest;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Which files a table is read from, and how. */
final class SourceSection {
    static final Set<String> KEYS = Set.of("files", "index", "format", "table", "options");
    static final Set<String> KEYS_OF_FILES = Set.of("files", "index", "format", "options");

    private final Problems problems;
    private final Set<String> formats;

    SourceSection(Problems problems, Set<String> formats) {
        this.problems = problems;
        this.formats = formats;
    }

    /** Files as a whole: a section, or paths alone. Null only if something was told. */
    @Nullable
    SourceDescriptor ofFiles(Section files) {
        if (files.value("source") instanceof MappingNode node) {
            return read(node, KEYS_OF_FILES);
        }
        if (!files.require("source")) {
            return null;
        }
        List<Text> paths = files.texts("source");
        paths.forEach(this::checkInside);
        return new SourceDescriptor(paths.stream().map(Text::value).toList(), null, null, null, Map.of());
    }

    /** Null only if something was told. */
    @Nullable
    SourceDescriptor read(@Nullable MappingNode node) {
        return node == null ? null : read(node, KEYS);
    }

    private SourceDescriptor read(MappingNode node, Set<String> keys) {
        Section source = Section.of(node, "a source", keys, problems);
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
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + path);
        } catch (PatternSyntaxException wrong) {
            problems.error(
                    DescriptorCode.PATTERN,
                    pattern.node(),
                    "`%s` is not a pattern of files: %s".formatted(pattern.value(), wrong.getDescription()),
                    null,
                    "`*` stands for anything within a name, `**/` for any folders, `{a,b}` for one of several");
        }
    }
}
