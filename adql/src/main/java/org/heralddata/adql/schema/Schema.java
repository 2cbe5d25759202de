package org.heralddata.adql.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables that a query may name. Immutable, safe for many threads. */
public final class Schema {
    private final List<SchemaTable> tables;
    private final Map<String, List<SchemaTable>> byName = new HashMap<>();

    public Schema(List<SchemaTable> tables) {
        this.tables = List.copyOf(tables);
        for (SchemaTable table : this.tables) {
            byName.computeIfAbsent(table.name().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(table);
        }
    }

    public List<SchemaTable> tables() {
        return tables;
    }

    /** Tables of a name, whatever its case. */
    public List<SchemaTable> named(String name) {
        return byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }
}
