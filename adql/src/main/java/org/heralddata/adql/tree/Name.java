package org.heralddata.adql.tree;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A name with what qualifies it: {@code schema.table.column}.
 *
 * @param parts at least one
 */
public record Name(List<Identifier> parts) {

    public Name {
        parts = List.copyOf(parts);
    }

    /** The name itself. */
    public Identifier last() {
        return parts.getLast();
    }

    /** What stands before the last period; may be empty. */
    public List<Identifier> qualifier() {
        return parts.subList(0, parts.size() - 1);
    }

    public Span span() {
        return parts.getFirst().span().to(parts.getLast().span());
    }

    /** As a user would write it. */
    @Override
    public String toString() {
        return parts.stream()
                .map(p -> p.delimited() ? '"' + p.text().replace("\"", "\"\"") + '"' : p.text())
                .collect(Collectors.joining("."));
    }
}
