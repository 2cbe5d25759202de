package org.heralddata.adql.print;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.schema.SchemaTable;
import org.heralddata.adql.typed.Relation;
import org.heralddata.adql.typed.Value;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** What the parts of one printing share: the columns met so far, and the places that cells speed up. */
final class Printing {
    /** Some functions print long formulas; one within the other within the other would fill the memory. */
    private static final int LONGEST = 2_000_000;

    final Dialect dialect;
    final Relations relations;
    final ValuePrinter values;
    final PredicatePrinter predicates;
    final FunctionPrinter functions;
    final SkyPrinter sky;
    final QueryPrinter queries;

    private final Map<String, SortedSet<String>> used = new HashMap<>();
    private final Map<String, SchemaTable> tables = new HashMap<>();
    private final Map<Value, String> grouped = new HashMap<>();
    private int names;

    /** What the selections stand on that are just printed, the innermost last. */
    final Deque<Relation> rows = new ArrayDeque<>();

    Printing(Dialect dialect, Relations relations) {
        this.dialect = dialect;
        this.relations = relations;
        values = new ValuePrinter(this);
        predicates = new PredicatePrinter(this);
        functions = new FunctionPrinter(this);
        sky = new SkyPrinter(this);
        queries = new QueryPrinter(this);
    }

    /** Notes a column and names it. */
    String column(String relation, String column) {
        used.computeIfAbsent(relation, _ -> new TreeSet<>()).add(column);
        return relation + "." + dialect.name(column);
    }

    /** Any column of the rows that are just printed. */
    String anyColumn() {
        return anyColumn(rows.getLast());
    }

    private String anyColumn(Relation relation) {
        return switch (relation) {
            case Relation.Base(var table, var alias) ->
                column(alias, table.columns().getFirst().physical());
            case Relation.Derived(var _, var alias) -> column(alias, "c1");
            case Relation.Common(var _, var alias) -> column(alias, "c1");
            case Relation.Joined joined -> anyColumn(joined.left());
        };
    }

    SortedSet<String> used(String relation) {
        return used.getOrDefault(relation, new TreeSet<>());
    }

    /** Notes which table an alias stands for, before what uses it is printed. */
    void know(Relation relation) {
        switch (relation) {
            case Relation.Base(var table, var alias) -> tables.put(alias, table);
            case Relation.Joined joined -> {
                know(joined.left());
                know(joined.right());
            }
            case Relation.Derived _, Relation.Common _ -> {}
        }
    }

    /** Prints what rows are grouped by, to be written in the same letters wherever else it stands: engines compare no meanings. */
    void group(Value value) {
        if (!(value instanceof Value.Column)) {
            grouped.put(value, values.print(value));
        }
    }

    @Nullable
    String grouped(Value value) {
        return grouped.isEmpty() ? null : grouped.get(value);
    }

    @Nullable
    SchemaTable table(String relation) {
        return tables.get(relation);
    }

    /** A name that nothing else has. */
    String fresh(String prefix) {
        return prefix + ++names;
    }

    List<String> fresh(String prefix, int count) {
        var fresh = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            fresh.add(fresh(prefix));
        }
        return fresh;
    }

    static String bounded(String sql) {
        if (sql.length() > LONGEST) {
            throw new Refusal(
                    Diagnostic.error(AdqlCode.TOO_LARGE, "too many functions of this query stand within each other")
                            .helped("compute in steps, by a query after FROM"));
        }
        return sql;
    }
}
