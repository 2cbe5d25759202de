package org.heralddata.query.adql;

import java.util.IdentityHashMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.heralddata.adql.print.Relations;
import org.heralddata.adql.schema.SchemaTable;

/** Remembers which columns a query was printed with. For one thread. */
final class UsedColumns implements Relations {
    private final Relations relations;
    private final IdentityHashMap<SchemaTable, SortedSet<String>> used = new IdentityHashMap<>();

    UsedColumns(Relations relations) {
        this.relations = relations;
    }

    /** Physical names. */
    SortedSet<String> of(SchemaTable table) {
        return used.getOrDefault(table, new TreeSet<>());
    }

    @Override
    public String sql(SchemaTable table, SortedSet<String> columns) {
        used.computeIfAbsent(table, _ -> new TreeSet<>()).addAll(columns);
        return relations.sql(table, columns);
    }

    @Override
    public boolean sortedBySky(SchemaTable table) {
        return relations.sortedBySky(table);
    }
}
