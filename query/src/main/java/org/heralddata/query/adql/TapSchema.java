package org.heralddata.query.adql;

import static org.heralddata.model.table.ColumnType.INT32;
import static org.heralddata.model.table.ColumnType.STRING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.heralddata.adql.schema.Names;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.query.adql.DescribedTable.DescribedColumn;
import org.heralddata.query.adql.SuppliedTable.SuppliedColumn;
import org.jspecify.annotations.Nullable;

/** The tables that describe tables: TAP 1.1, section 4. Names are as a query writes them, in quotes where needed. */
final class TapSchema {
    static final String NAME = "tap_schema";

    private static final String DESCRIPTION = "What there is to query: schemas, tables, columns and keys";

    private final List<DescribedTable> tables;

    /** @param tables all but those of this schema */
    private TapSchema(List<DescribedTable> tables) {
        this.tables = tables;
    }

    static List<SuppliedTable> of(List<DescribedTable> others) {
        // the tables of this schema describe themselves, too: their columns do not depend on their rows
        var all = new ArrayList<DescribedTable>(others);
        new TapSchema(List.of()).tables().stream().map(HomeSchema::describe).forEach(all::add);
        return new TapSchema(all).tables();
    }

    private List<SuppliedTable> tables() {
        return List.of(
                table(
                        "schemas",
                        "Schemas: one a collection",
                        schemas(),
                        text("schema_name", "name of the schema, as in a query"),
                        text("utype", "utype of the schema, if it has one"),
                        text("description", "what the schema holds"),
                        number("schema_index", "recommended order")),
                table(
                        "tables",
                        "Tables, with their schemas",
                        tableRows(),
                        text("schema_name", "name of the schema"),
                        text("table_name", "name of the table, as in a query"),
                        text("table_type", "table or view"),
                        text("utype", "utype of the table, if it has one"),
                        text("description", "what a row is"),
                        number("table_index", "recommended order")),
                table(
                        "columns",
                        "Columns, with their tables",
                        columnRows(),
                        text("table_name", "name of the table"),
                        text("column_name", "name of the column, as in a query"),
                        text("datatype", "type as VOTable has it"),
                        text("arraysize", "size of a cell as VOTable has it"),
                        text("xtype", "what the values are, by DALI"),
                        number("size", "length of a fixed-size array"),
                        text("description", "what the column means"),
                        text("utype", "utype of the column, if it has one"),
                        text("unit", "unit by VOUnits"),
                        text("ucd", "meaning by UCD1+"),
                        number("indexed", "1 if rows are sorted by it"),
                        number("principal", "1 if a client should show it unasked"),
                        number("std", "1 if a standard defines it"),
                        number("column_index", "recommended order")),
                table(
                        "keys",
                        "Foreign keys between tables",
                        keyRows(),
                        text("key_id", "identifier of the key"),
                        text("from_table", "table that refers"),
                        text("target_table", "table that is referred to"),
                        text("description", "what the key means"),
                        text("utype", "utype of the key, if it has one")),
                table(
                        "key_columns",
                        "Columns of foreign keys",
                        keyColumnRows(),
                        text("key_id", "identifier of the key"),
                        text("from_column", "column that refers"),
                        text("target_column", "column that is referred to")));
    }

    /** Those of this schema: TAP 1.1, section 4. */
    private enum Key {
        TABLES("tables", "schema_name", "schemas", "a table is of a schema"),
        COLUMNS("columns", "table_name", "tables", "a column is of a table"),
        KEYS_FROM("keys", "from_table", "tables", "a key refers from a table"),
        KEYS_TARGET("keys", "target_table", "tables", "a key refers to a table"),
        KEY_COLUMNS("key_columns", "key_id", "keys", "a pair of columns is of a key");

        private final String from;
        private final String column;
        private final String target;
        private final String description;

        Key(String from, String column, String target, String description) {
            this.from = from;
            this.column = column;
            this.target = target;
            this.description = description;
        }

        String id() {
            return NAME + "_" + name().toLowerCase(Locale.ROOT);
        }

        String targetColumn() {
            return switch (this) {
                case TABLES -> "schema_name";
                case COLUMNS, KEYS_FROM, KEYS_TARGET -> "table_name";
                case KEY_COLUMNS -> "key_id";
            };
        }
    }

    private static List<List<@Nullable Object>> keyRows() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Key key : Key.values()) {
            rows.add(Arrays.asList(key.id(), NAME + "." + key.from, NAME + "." + key.target, key.description, null));
        }
        return rows;
    }

    private static List<List<@Nullable Object>> keyColumnRows() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Key key : Key.values()) {
            rows.add(Arrays.asList(key.id(), key.column, key.targetColumn()));
        }
        return rows;
    }

    private static SuppliedTable table(
            String name, String description, List<List<@Nullable Object>> rows, SuppliedColumn... columns) {
        return new SuppliedTable(NAME, DESCRIPTION, name, description, null, Arrays.asList(columns), rows);
    }

    private static SuppliedColumn text(String name, String description) {
        return column(name, STRING, description);
    }

    private static SuppliedColumn number(String name, String description) {
        return column(name, INT32, description);
    }

    private static SuppliedColumn column(String name, ColumnType type, String description) {
        return new SuppliedColumn(
                new Column(name, type, Shape.SCALAR, null, null, description), null, null, true, true);
    }

    private List<List<@Nullable Object>> schemas() {
        Map<String, String> schemas = new LinkedHashMap<>();
        tables.forEach(t -> schemas.putIfAbsent(t.table().schema(), t.schemaDescription()));
        var rows = new ArrayList<List<@Nullable Object>>();
        schemas.forEach((name, description) ->
                rows.add(Arrays.asList(Names.written(name), null, description, (long) rows.size() + 1)));
        return rows;
    }

    private List<List<@Nullable Object>> tableRows() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (DescribedTable table : tables) {
            rows.add(Arrays.asList(
                    Names.written(table.table().schema()),
                    table.table().qualifiedName(),
                    "table",
                    table.utype(),
                    table.description(),
                    (long) rows.size() + 1));
        }
        return rows;
    }

    private List<List<@Nullable Object>> columnRows() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (DescribedTable table : tables) {
            long index = 0;
            for (DescribedColumn column : table.columns()) {
                rows.add(row(table, column, ++index));
            }
        }
        return rows;
    }

    private static List<@Nullable Object> row(DescribedTable table, DescribedColumn described, long index) {
        Column column = described.column();
        VoType type = VoType.of(column, described.xtype());
        String size = type.arraysize();
        return Arrays.asList(
                table.table().qualifiedName(),
                Names.written(column.name()),
                type.datatype(),
                size,
                type.xtype(),
                size == null || size.equals("*") ? null : Long.valueOf(size),
                column.description(),
                described.utype(),
                column.unit(),
                column.ucd(),
                described.indexed() ? 1L : 0L,
                described.principal() ? 1L : 0L,
                described.standard() ? 1L : 0L,
                index);
    }
}
