package org.heralddata.adql.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.tree.Identifier;
import org.heralddata.adql.tree.Name;
import org.heralddata.adql.typed.Relation;
import org.heralddata.adql.typed.Value;
import org.jspecify.annotations.Nullable;

/**
 * The names that an expression may use.
 *
 * @param sources what stands after FROM, by name
 * @param visible columns by their bare names, in the order of {@code SELECT *}; those that a join merged once
 * @param outer   the names of the query around; null if there is none
 */
record Scope(
        List<Source> sources, List<Named> visible, @Nullable Scope outer) {

    Scope {
        sources = List.copyOf(sources);
        visible = List.copyOf(visible);
    }

    /**
     * A table or query by the name it has in the query.
     *
     * @param schema null if it has an alias or is a query
     * @param alias  ours
     */
    record Source(@Nullable String schema, String name, String alias, List<Named> columns) {
        boolean isNamed(List<Identifier> qualifier) {
            if (!qualifier.getLast().names(name)) {
                return false;
            }
            return switch (qualifier.size()) {
                case 1 -> true;
                case 2 -> schema != null && qualifier.getFirst().names(schema);
                default -> false;
            };
        }
    }

    /** A column by its name. */
    record Named(String name, Value value, Meta meta) {}

    /** What FROM made. */
    record From(Relation relation, List<Source> sources, List<Named> visible) {}

    /** Columns that a name can stand for in this scope alone. */
    List<Named> candidates(Name name) {
        if (name.qualifier().isEmpty()) {
            return matching(visible, name.last());
        }
        List<Named> found = new ArrayList<>();
        for (Source source : sources) {
            if (source.isNamed(name.qualifier())) {
                found.addAll(matching(source.columns(), name.last()));
            }
        }
        return found;
    }

    /** Of names that differ by case only, the one written exactly so goes first. */
    private static List<Named> matching(List<Named> columns, Identifier wanted) {
        List<Named> found = columns.stream().filter(c -> wanted.names(c.name())).toList();
        if (found.size() > 1) {
            List<Named> exact =
                    found.stream().filter(c -> c.name().equals(wanted.text())).toList();
            return exact.size() == 1 ? exact : found;
        }
        return found;
    }

    boolean hasSource(List<Identifier> qualifier) {
        return sources.stream().anyMatch(s -> s.isNamed(qualifier));
    }

    /** Our aliases of what stands after this FROM. */
    Set<String> aliases() {
        var aliases = new HashSet<String>();
        sources.forEach(s -> aliases.add(s.alias()));
        return aliases;
    }
}
