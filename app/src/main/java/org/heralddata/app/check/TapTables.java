package org.heralddata.app.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Tables as TAP_SCHEMA describes them.
 *
 * @param columns by table, names as a query writes them
 */
record TapTables(SequencedMap<String, List<Column>> columns) {
    private static final Set<String> STANDARD = Set.of("tap_schema", "ivoa");

    record Column(String name, String datatype, String arraysize, String xtype, String unit, String ucd) {

        /** Without quotes. */
        String plain() {
            return TapTables.plain(name);
        }
    }

    static TapTables of(RemoteNode node) throws IOException, InterruptedException {
        SequencedMap<String, List<Column>> columns = new LinkedHashMap<>();
        VoTable tables = node.query("SELECT table_name FROM tap_schema.tables");
        for (List<String> row : tables.rows()) {
            columns.put(tables.cell(row, "table_name"), new ArrayList<>());
        }
        if (columns.isEmpty()) {
            throw new Unsound(tables.url(), "tap_schema.tables has no rows");
        }
        VoTable all = node.query("SELECT table_name, column_name, datatype, arraysize, xtype, unit, ucd"
                + " FROM tap_schema.columns ORDER BY table_name, column_index");
        for (List<String> row : all.rows()) {
            columns.computeIfAbsent(all.cell(row, "table_name"), _ -> new ArrayList<>())
                    .add(new Column(
                            all.cell(row, "column_name"),
                            all.cell(row, "datatype"),
                            all.cell(row, "arraysize"),
                            all.cell(row, "xtype"),
                            all.cell(row, "unit"),
                            all.cell(row, "ucd")));
        }
        return new TapTables(columns);
    }

    static String plain(String name) {
        return name.replace("\"", "");
    }

    /** Tables of collections, as a query writes them. */
    List<String> ofCollections() {
        return columns.keySet().stream()
                .filter(name -> !STANDARD.contains(schema(name)))
                .toList();
    }

    /** Ids of collections. */
    List<String> collections() {
        return ofCollections().stream().map(TapTables::schema).distinct().toList();
    }

    private static String schema(String table) {
        String plain = plain(table);
        return plain.substring(0, Math.max(0, plain.indexOf('.')));
    }

    /** A table as a query writes it, by its name without quotes. */
    Optional<String> written(String plain) {
        return columns.keySet().stream().filter(t -> plain(t).equals(plain)).findFirst();
    }

    /** A column as a query writes it. */
    String writtenColumn(String table, String plain) {
        return columns.getOrDefault(table, List.of()).stream()
                .filter(c -> c.plain().equals(plain))
                .map(Column::name)
                .findFirst()
                .orElse("\"" + plain + "\"");
    }
}
