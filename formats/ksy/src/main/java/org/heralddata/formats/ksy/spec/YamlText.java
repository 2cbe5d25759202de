package org.heralddata.formats.ksy.spec;

import java.util.Iterator;
import java.util.regex.Pattern;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.mistake.Problems;
import org.heralddata.model.diagnostic.Location;
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
    static final int MAX_LENGTH = 1_000_000;

    private static final int MAX_NESTING = 100;
    private static final String DEEP_INDENT = "\n" + " ".repeat(2 * MAX_NESTING);
    private static final Pattern NESTED_ITEMS = Pattern.compile("(?:[-?:][ \\t]+){" + MAX_NESTING + "}");

    private YamlText() {}

    /** The document's mapping; null, and told, if there is none. */
    static @Nullable MappingNode root(String text, Source source, Problems problems) {
        Location top = source.at(0, 0, 1);
        if (text.length() > MAX_LENGTH || isTooDeep(text)) {
            problems.error(KsyCode.NOT_A_KSY, top, "the file is too large or too deep for a .ksy file", null, null);
            return null;
        }
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(MAX_LENGTH)
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(50)
                .build();
        try {
            Iterator<Node> documents =
                    new Compose(settings).composeAllFromString(text).iterator();
            if (documents.hasNext() && documents.next() instanceof MappingNode mapping && !documents.hasNext()) {
                return mapping;
            }
            problems.error(
                    KsyCode.NOT_A_KSY,
                    top,
                    "a .ksy file is one mapping, with `meta` and `seq` or `instances`",
                    null,
                    null);
        } catch (MarkedYamlEngineException broken) {
            Mark mark = broken.getProblemMark().or(broken::getContextMark).orElse(null);
            String reason = broken.getProblem() == null ? "not YAML" : broken.getProblem();
            problems.error(
                    KsyCode.SYNTAX,
                    mark == null ? top : source.at(mark.getLine(), mark.getColumn(), 1),
                    "the text is not YAML: " + reason.strip(),
                    null,
                    reason.contains("mapping values are not allowed")
                            ? "put an expression that holds `: ` in quotes"
                            : reason.contains("(TAB)") ? "indent with blanks, not with tabs" : null);
        } catch (YamlEngineException broken) {
            problems.error(KsyCode.SYNTAX, top, "the text is not YAML: " + broken.getMessage(), null, null);
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
}
