package org.heralddata.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.heralddata.adql.Limits;
import org.heralddata.adql.parse.QueryParser;
import org.heralddata.model.catalogue.QueryExample;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Queries to begin with. Their grammar is checked; whether their tables are there is known only to the node that serves them. */
final class ExamplesSection {
    private final Problems problems;

    ExamplesSection(Problems problems) {
        this.problems = problems;
    }

    List<QueryExample> read(Section top) {
        List<QueryExample> examples = new ArrayList<>();
        for (Node item : top.list("examples")) {
            MappingNode node = top.mapping(item, "an example");
            QueryExample example = node == null ? null : example(node);
            if (example != null) {
                examples.add(example);
            }
        }
        return examples;
    }

    private @Nullable QueryExample example(MappingNode node) {
        Section section = Section.of(node, "an example", Set.of("title", "description", "query"), problems);
        Text title = section.requiredText("title");
        Text query = section.requiredText("query");
        if (title == null || query == null || !isQuery(query)) {
            return null;
        }
        return new QueryExample(
                title.value().strip(),
                section.wordsOrNull("description"),
                query.value().strip());
    }

    private boolean isQuery(Text query) {
        try {
            QueryParser.parse(query.value().strip(), Limits.DEFAULT);
            return true;
        } catch (Refusal broken) {
            Diagnostic first = broken.diagnostics().getFirst();
            problems.error(
                    DescriptorCode.QUERY, query.node(), first.message() + place(first), first.label(), first.help());
            return false;
        }
    }

    /** Within the query, whose lines YAML may have folded. */
    private static String place(Diagnostic diagnostic) {
        if (!(diagnostic.location() instanceof Location.InQuery(String text, int start, int length))) {
            return "";
        }
        String before = text.substring(0, Math.min(start, text.length()));
        String at = text.substring(before.length(), Math.min(text.length(), start + length));
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        return ", in line %d of the query%s".formatted(line, at.isBlank() ? "" : " at `%s`".formatted(at.strip()));
    }
}
