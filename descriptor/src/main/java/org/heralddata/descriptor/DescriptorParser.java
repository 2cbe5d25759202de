package org.heralddata.descriptor;

import java.util.Set;
import org.heralddata.model.descriptor.CollectionDescriptor;
import org.heralddata.model.diagnostic.Diagnostic;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads descriptors of version 1 from YAML and checks them as a whole. Touches no files. */
public final class DescriptorParser {

    private DescriptorParser() {}

    /** As {@link #parse(String, String, Set)}, with any {@code format} allowed. */
    public static ParsedDescriptor parse(String fileName, String text) {
        return parse(fileName, text, Set.of());
    }

    /**
     * Reads a descriptor.
     *
     * @param fileName as messages name it
     * @param text     YAML 1.2
     * @param formats  names that {@code source.format} can have; empty to allow any
     */
    public static ParsedDescriptor parse(String fileName, String text, Set<String> formats) {
        var problems = new Problems(fileName, text);
        CollectionDescriptor descriptor = null;
        try {
            MappingNode root = YamlText.root(text, problems);
            if (root != null) {
                descriptor = new CollectionSection(problems, formats).read(root, text);
            }
        } catch (Problems.TooLargeException tooLarge) {
            problems.add(Diagnostic.error(
                    DescriptorCode.NOT_A_DESCRIPTOR,
                    "the descriptor unfolds to more entries than one can have",
                    problems.at(0, 0, 1)));
        }
        return new ParsedDescriptor(withoutErrors(descriptor, problems), problems.inOrder());
    }

    private static @Nullable CollectionDescriptor withoutErrors(
            @Nullable CollectionDescriptor descriptor, Problems problems) {
        if (problems.hasErrors()) {
            return null;
        }
        if (descriptor == null) {
            throw new IllegalStateException("no descriptor and no reason");
        }
        return descriptor;
    }
}
