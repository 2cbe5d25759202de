package org.heralddata.adql.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.resolve.Problems.Typed;
import org.heralddata.adql.resolve.Scope.Named;
import org.heralddata.adql.schema.Names;
import org.heralddata.adql.tree.Identifier;
import org.heralddata.adql.tree.Name;
import org.heralddata.model.diagnostic.Nearest;
import org.jspecify.annotations.Nullable;

/** Finds the column that a name stands for, in this query or one around it. */
final class ColumnFinder {
    private final Problems problems;

    ColumnFinder(Problems problems) {
        this.problems = problems;
    }

    Typed find(Name name, Scope scope) {
        Typed found = known(name, scope);
        if (found != null) {
            return found;
        }
        List<String> names = new ArrayList<>();
        for (Scope in = scope; in != null; in = in.outer()) {
            for (Scope.Source source : in.sources()) {
                names.add(source.name());
                if (source.schema() != null) {
                    names.add(source.schema());
                }
                source.columns().forEach(c -> names.add(c.name()));
            }
        }
        return problems.tellHyphen(name.span(), names) ? Typed.UNKNOWN : unknown(name, scope);
    }

    private @Nullable Typed known(Name name, Scope scope) {
        for (Scope in = scope; in != null; in = in.outer()) {
            List<Named> found = in.candidates(name);
            if (found.size() == 1) {
                return new Typed(found.getFirst().value(), found.getFirst().meta());
            }
            if (found.size() > 1) {
                return ambiguous(name, in);
            }
            if (!name.qualifier().isEmpty() && in.hasSource(name.qualifier())) {
                return null;
            }
        }
        return null;
    }

    private Typed unknown(Name name, Scope scope) {
        for (Scope in = scope; in != null; in = in.outer()) {
            if (!name.qualifier().isEmpty() && in.hasSource(name.qualifier())) {
                return missing(name, in);
            }
        }
        return name.qualifier().isEmpty() ? missing(name, scope) : noTable(name, scope);
    }

    private Typed ambiguous(Name name, Scope scope) {
        String where = scope.sources().stream()
                .filter(s -> s.columns().stream().anyMatch(c -> name.last().names(c.name())))
                .map(s ->
                        "`%s.%s`".formatted(Names.written(s.name()), name.last().text()))
                .distinct()
                .collect(Collectors.joining(" or "));
        return problems.unknown(
                name.span(),
                AdqlCode.AMBIGUOUS,
                "`%s` is the name of several columns".formatted(name),
                where.isEmpty() ? null : "say which: " + where);
    }

    private Typed missing(Name name, Scope scope) {
        Identifier wanted = name.last();
        List<String> known = new ArrayList<>();
        for (Scope.Source source : scope.sources()) {
            if (name.qualifier().isEmpty() || source.isNamed(name.qualifier())) {
                source.columns().forEach(c -> known.add(c.name()));
            }
        }
        String message = name.qualifier().isEmpty()
                ? "there is no column `%s`".formatted(name)
                : "`%s` has no column `%s`".formatted(new Name(name.qualifier()), wanted.text());
        return problems.unknown(name.span(), AdqlCode.NO_COLUMN, message, help(wanted, known));
    }

    private static @Nullable String help(Identifier wanted, List<String> known) {
        if (wanted.delimited()) {
            for (String name : known) {
                if (name.equalsIgnoreCase(wanted.text())) {
                    return "in double quotes upper and lower case differ: it is called `%s`"
                            .formatted(Names.written(name));
                }
            }
        }
        String near = Nearest.to(wanted.text(), known)
                .map(Names::written)
                .map("did you mean `%s`?"::formatted)
                .orElse(null);
        if (near != null) {
            return near;
        }
        if (wanted.delimited()) {
            return "names stand in double quotes; strings stand in single ones";
        }
        return known.isEmpty() || known.size() > 12
                ? null
                : "columns: " + known.stream().map(Names::written).distinct().collect(Collectors.joining(", "));
    }

    private Typed noTable(Name name, Scope scope) {
        List<String> known = scope.sources().stream().map(Scope.Source::name).toList();
        String qualifier = new Name(name.qualifier()).toString();
        String near = Nearest.to(name.qualifier().getLast().text(), known).orElse(null);
        return problems.unknown(
                name.span(),
                AdqlCode.NO_TABLE,
                "the query names no table `%s`".formatted(qualifier),
                near != null
                        ? "did you mean `%s`?".formatted(Names.written(near))
                        : "after FROM: " + known.stream().map(Names::written).collect(Collectors.joining(", ")));
    }
}
