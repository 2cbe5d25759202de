package org.heralddata.adql.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.schema.Schema;
import org.heralddata.adql.schema.SchemaTable;
import org.heralddata.adql.tree.Identifier;
import org.heralddata.adql.tree.QueryTree;
import org.heralddata.adql.typed.Query;
import org.heralddata.adql.typed.Query.OutputColumn;
import org.heralddata.adql.typed.Statement;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** Resolves one query: what its parts share. */
public final class Resolver {
    final Problems problems;
    final Schema schema;
    final ColumnFinder columns;

    /** Common tables by their names in the query, in the order written. */
    private final Map<Identifier, Common> common = new HashMap<>();

    private final Set<SchemaTable> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private int aliases;

    record Common(String name, List<OutputColumn> columns) {}

    private Resolver(String text, Schema schema) {
        problems = new Problems(text);
        this.schema = schema;
        columns = new ColumnFinder(problems);
    }

    /**
     * Looks up every name and type of a query.
     *
     * @param text the query, to be shown where it is wrong
     * @throws Refusal with all mistakes found
     */
    public static Statement resolve(String text, QueryTree tree, Schema schema) {
        return new Resolver(text, schema).statement(tree);
    }

    private Statement statement(QueryTree tree) {
        var with = new ArrayList<Statement.CommonTable>();
        var queries = new QueryResolver(this);
        for (QueryTree.CommonTable table : tree.with()) {
            Query query = queries.query(table.query(), null);
            String name = "w" + (with.size() + 1);
            with.add(new Statement.CommonTable(name, query));
            if (common(table.name()) != null) {
                problems.add(
                        table.name().span(),
                        AdqlCode.DUPLICATE,
                        "two tables after WITH are called `%s`"
                                .formatted(table.name().text()),
                        null);
            }
            common.put(table.name(), new Common(name, renamed(table, query.columns())));
        }
        Query query = queries.query(tree.query(), null);
        problems.refuseIfAny();
        return new Statement(with, query, List.copyOf(used));
    }

    private List<OutputColumn> renamed(QueryTree.CommonTable table, List<OutputColumn> columns) {
        if (table.columns().isEmpty()) {
            return columns;
        }
        if (table.columns().size() != columns.size()) {
            problems.add(
                    table.name().span(),
                    AdqlCode.WRONG_ARGUMENTS,
                    "`%s` names %d columns, its query has %d"
                            .formatted(table.name().text(), table.columns().size(), columns.size()),
                    null);
            return columns;
        }
        var renamed = new ArrayList<OutputColumn>();
        for (int i = 0; i < columns.size(); i++) {
            OutputColumn column = columns.get(i);
            renamed.add(new OutputColumn(table.columns().get(i).text(), column.type(), column.meta()));
        }
        return renamed;
    }

    @Nullable
    Common common(Identifier name) {
        for (var entry : common.entrySet()) {
            if (name.names(entry.getKey().text())) {
                return entry.getValue();
            }
        }
        return null;
    }

    List<String> commonNames() {
        return common.keySet().stream().map(Identifier::text).toList();
    }

    /** A new alias of ours. */
    String alias() {
        return "t" + ++aliases;
    }

    void use(SchemaTable table) {
        used.add(table);
    }
}
