package org.heralddata.adql.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.resolve.Scope.From;
import org.heralddata.adql.resolve.Scope.Named;
import org.heralddata.adql.resolve.Scope.Source;
import org.heralddata.adql.schema.Names;
import org.heralddata.adql.schema.SchemaTable;
import org.heralddata.adql.tree.Identifier;
import org.heralddata.adql.tree.Name;
import org.heralddata.adql.tree.TableReference;
import org.heralddata.adql.typed.Query;
import org.heralddata.adql.typed.Query.OutputColumn;
import org.heralddata.adql.typed.Relation;
import org.heralddata.adql.typed.Value;
import org.heralddata.model.diagnostic.Nearest;
import org.jspecify.annotations.Nullable;

/** Resolves what stands after FROM. */
final class FromResolver {
    private final Resolver resolver;
    private final QueryResolver queries;

    FromResolver(Resolver resolver, QueryResolver queries) {
        this.resolver = resolver;
        this.queries = queries;
    }

    From from(TableReference reference, @Nullable Scope outer) {
        return switch (reference) {
            case TableReference.Named named -> named(named);
            case TableReference.Derived derived -> {
                Query query = queries.query(derived.query(), null);
                String alias = resolver.alias();
                Relation relation = new Relation.Derived(query, alias);
                yield from(relation, null, derived.alias().text(), alias, outputs(query.columns(), alias));
            }
            case TableReference.Join join -> new JoinResolver(resolver, queries).join(join, this, outer);
        };
    }

    private static From from(
            Relation relation, @Nullable String schema, String name, String alias, List<Named> columns) {
        return new From(relation, List.of(new Source(schema, name, alias, columns)), columns);
    }

    private From named(TableReference.Named named) {
        Identifier alias = named.alias();
        String ours = resolver.alias();
        if (named.name().qualifier().isEmpty()) {
            Resolver.Common common = resolver.common(named.name().last());
            if (common != null) {
                String name = alias != null ? alias.text() : named.name().last().text();
                return from(
                        new Relation.Common(common.name(), ours), null, name, ours, outputs(common.columns(), ours));
            }
        }
        SchemaTable table = table(named.name());
        if (table == null) {
            return from(new Relation.Common("", ours), null, alias == null ? "" : alias.text(), ours, List.of());
        }
        resolver.use(table);
        List<Named> columns = table.columns().stream()
                .map(c -> new Named(c.name(), new Value.Column(ours, c.physical(), c.type(), c), c.meta()))
                .toList();
        Relation relation = new Relation.Base(table, ours);
        return alias != null
                ? from(relation, null, alias.text(), ours, columns)
                : from(relation, table.schema(), table.name(), ours, columns);
    }

    private static List<Named> outputs(List<OutputColumn> columns, String alias) {
        var named = new ArrayList<Named>();
        for (int i = 0; i < columns.size(); i++) {
            OutputColumn column = columns.get(i);
            named.add(new Named(
                    column.name(), new Value.Column(alias, "c" + (i + 1), column.type(), null), column.meta()));
        }
        return named;
    }

    private @Nullable SchemaTable table(Name name) {
        List<SchemaTable> found = new ArrayList<>();
        for (SchemaTable table : resolver.schema.named(name.last().text())) {
            List<Identifier> qualifier = name.qualifier();
            if (name.last().names(table.name())
                    && (qualifier.isEmpty() || qualifier.getLast().names(table.schema()))
                    && qualifier.size() < 2) {
                found.add(table);
            }
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            resolver.problems.add(
                    name.span(), AdqlCode.NO_TABLE, "there is no table `%s`".formatted(name), advice(name));
        } else {
            resolver.problems.add(
                    name.span(),
                    AdqlCode.AMBIGUOUS,
                    "`%s` is the name of several tables".formatted(name),
                    "say which: "
                            + found.stream()
                                    .limit(5)
                                    .map(SchemaTable::qualifiedName)
                                    .collect(Collectors.joining(" or ")));
        }
        return null;
    }

    /** The name of a table however it was meant: hyphens taken for underscores, schemas left out, letters wrong. */
    private String advice(Name name) {
        String wanted = name.parts().stream().map(Identifier::text).collect(Collectors.joining("."));
        List<SchemaTable> tables = resolver.schema.tables();
        for (SchemaTable table : tables) {
            if (plain(table.schema() + "." + table.name()).equals(plain(wanted))) {
                return "it is called `%s`".formatted(table.qualifiedName());
            }
        }
        List<SchemaTable> same = resolver.schema.named(name.last().text());
        if (!same.isEmpty()) {
            return "did you mean %s?"
                    .formatted(same.stream()
                            .limit(4)
                            .map(t -> "`" + t.qualifiedName() + "`")
                            .collect(Collectors.joining(" or ")));
        }
        var known = new ArrayList<>(resolver.commonNames());
        tables.forEach(t -> known.add(t.schema() + "." + t.name()));
        return Nearest.to(wanted, known)
                .map(near -> tables.stream()
                        .filter(t -> near.equals(t.schema() + "." + t.name()))
                        .map(SchemaTable::qualifiedName)
                        .findFirst()
                        .orElse(Names.written(near)))
                .map("did you mean `%s`?"::formatted)
                .orElse("SELECT table_name FROM tap_schema.tables lists them");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
