package org.heralddata.descriptor;

import java.util.Iterator;
import java.util.regex.Pattern;
import org.heralddata.model.diagnostic.Diagnostic;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Turns a text into YAML nodes, within bounds; nothing is constructed from tags. */
final class YamlText {
    /** Characters that a descriptor may have. */
    static final int MAX_LENGTH = 1_000_000;

    private static final int MAX_NESTING = 100;
    private static final String DEEP_INDENT = "\n" + " ".repeat(2 * MAX_NESTING);
    private static final Pattern NESTED_ITEMS = Pattern.compile("(?:[-?:][ \\t]+){" + MAX_NESTING + "}");

    private YamlText() {}

    /** The document's mapping; null, and told, if there is none. */
    static @Nullable MappingNode root(String text, Problems problems) {
        if (text.length() > MAX_LENGTH) {
            problems.add(refusal(problems, "the descriptor has more than %d characters".formatted(MAX_LENGTH)));
            return null;
        }
        if (isTooDeep(text)) {
            problems.add(refusal(problems, "the descriptor is nested too deeply"));
            return null;
        }
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(MAX_LENGTH)
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(200)
                .build();
        try {
            Iterator<Node> documents =
                    new Compose(settings).composeAllFromString(text).iterator();
            if (!documents.hasNext()) {
                problems.add(refusal(problems, "the descriptor is empty"));
                return null;
            }
            Node first = documents.next();
            if (documents.hasNext()) {
                problems.error(
                        DescriptorCode.NOT_A_DESCRIPTOR,
                        documents.next(),
                        "a file holds one descriptor, but another document begins here",
                        null,
                        "remove the line `---` and what follows");
                return null;
            }
            if (first instanceof MappingNode mapping) {
                return mapping;
            }
            problems.error(
                    DescriptorCode.NOT_A_DESCRIPTOR, first, "a descriptor is a mapping of keys to values", null, null);
        } catch (MarkedYamlEngineException broken) {
            Mark mark = broken.getProblemMark().or(broken::getContextMark).orElse(null);
            String reason = broken.getProblem() == null ? "not YAML" : broken.getProblem();
            problems.add(Diagnostic.error(
                            DescriptorCode.SYNTAX,
                            "the text is not YAML: " + reason.strip(),
                            mark == null ? problems.at(0, 0, 1) : problems.at(mark.getLine(), mark.getColumn(), 1))
                    .helped(advice(reason)));
        } catch (YamlEngineException broken) {
            problems.add(refusal(problems, "the text is not YAML: " + broken.getMessage()));
        }
        return null;
    }

    private static @Nullable String advice(String reason) {
        if (reason.contains("mapping values are not allowed")) {
            return "put a text that holds `: ` in quotes";
        }
        if (reason.contains("(TAB)")) {
            return "indent with blanks, not with tabs";
        }
        return null;
    }

    /** The library recurses once a bracket or item, and would run out of stack. */
    private static boolean isTooDeep(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '[', '{' -> depth++;
                case ']', '}' -> depth = Math.max(0, depth - 1);
                default -> {}
            }
            if (depth > MAX_NESTING) {
                return true;
            }
        }
        return NESTED_ITEMS.matcher(text).find() || text.contains(DEEP_INDENT);
    }

    private static Diagnostic refusal(Problems problems, String message) {
        return Diagnostic.error(DescriptorCode.NOT_A_DESCRIPTOR, message, problems.at(0, 0, 1));
    }
}
