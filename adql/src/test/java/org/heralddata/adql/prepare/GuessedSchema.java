package org.heralddata.adql.prepare;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.schema.Schema;
import org.heralddata.adql.schema.SchemaColumn;
import org.heralddata.adql.schema.SchemaTable;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.tree.Expression;
import org.heralddata.adql.tree.Identifier;
import org.heralddata.adql.tree.Name;
import org.heralddata.adql.tree.QueryTree;
import org.heralddata.adql.tree.SelectExpression;
import org.heralddata.adql.tree.TableReference;

/** Tables that a query could be of: those that it names, with the columns that it names. */
final class GuessedSchema {
    private final Map<String, Set<String>> columns = new LinkedHashMap<>();
    private final Map<String, String> tables = new LinkedHashMap<>();
    private final Map<String, String> schemas = new LinkedHashMap<>();
    private final List<Name> names = new ArrayList<>();
    private final Set<String> shared = new LinkedHashSet<>();
    private final Set<String> made = new LinkedHashSet<>();

    private GuessedSchema() {}

    /** @param everywhere true if all tables have the columns that are named without a table, else the first alone */
    static Schema of(QueryTree tree, ValueType type, boolean everywhere) {
        var guess = new GuessedSchema();
        guess.walk(tree);
        return guess.schema(type, everywhere);
    }

    private void walk(Object part) {
        switch (part) {
            case TableReference.Named(var name, var alias, var _) -> {
                String key = name.last().text();
                columns.putIfAbsent(key, new LinkedHashSet<>());
                tables.put(key, key);
                schemas.put(
                        key,
                        name.qualifier().isEmpty()
                                ? "s"
                                : name.qualifier().getLast().text());
                if (alias != null) {
                    tables.put(alias.text(), key);
                }
            }
            case Expression.ColumnName(var name) -> names.add(name);
            case TableReference.Join join -> join.using().forEach(i -> shared.add(i.text()));
            case SelectExpression.SelectItem.Value(var _, var alias) when alias != null -> made.add(alias.text());
            default -> {}
        }
        switch (part) {
            case List<?> parts -> parts.forEach(p -> walk(p));
            case Record node -> {
                for (RecordComponent component : node.getClass().getRecordComponents()) {
                    Object child = value(node, component);
                    if (child instanceof Record || child instanceof List<?>) {
                        walk(child);
                    }
                }
            }
            default -> {}
        }
    }

    private static Object value(Record node, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            Object value = component.getAccessor().invoke(node);
            return value == null ? "" : value;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record that cannot be read", e);
        }
    }

    private Schema schema(ValueType type, boolean everywhere) {
        for (Name name : names) {
            String column = name.last().text();
            List<Identifier> qualifier = name.qualifier();
            if (!qualifier.isEmpty() && tables.containsKey(qualifier.getLast().text())) {
                add(tables.get(qualifier.getLast().text()), column);
            }
        }
        for (Name name : names) {
            String column = name.last().text();
            if (name.qualifier().isEmpty() && !made.contains(column) && !isKnown(column)) {
                columns.keySet().stream().limit(everywhere ? 99 : 1).forEach(table -> add(table, column));
            }
        }
        shared.forEach(column -> columns.keySet().forEach(table -> add(table, column)));
        columns.keySet().forEach(table -> add(table, "own_" + table.toLowerCase(Locale.ROOT)));
        return new Schema(columns.entrySet().stream()
                .map(e -> new SchemaTable(
                        schemas.getOrDefault(e.getKey(), "s"), e.getKey(), columns(e.getValue(), type), null, -1))
                .toList());
    }

    private boolean isKnown(String column) {
        return columns.values().stream().anyMatch(c -> c.stream().anyMatch(column::equalsIgnoreCase));
    }

    private void add(String table, String column) {
        Set<String> of = columns.get(table);
        if (of != null && of.stream().noneMatch(column::equalsIgnoreCase)) {
            of.add(column);
        }
    }

    private static List<SchemaColumn> columns(Set<String> names, ValueType type) {
        return names.stream()
                .map(n -> new SchemaColumn(n, n, type, Meta.unit("m"), false, null))
                .toList();
    }
}
