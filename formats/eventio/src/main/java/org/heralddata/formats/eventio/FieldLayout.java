package org.heralddata.formats.eventio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A table whose objects are sequences of fields.
 *
 * @param rows the field that says how many rows an object has; null for one
 */
record FieldLayout(
        String name,
        List<Integer> types,
        int firstVersion,
        int lastVersion,
        @Nullable String rows,
        List<ObjectField> fields,
        List<Column> columns) {

    private static final List<FieldLayout> ALL = read();

    /** All of {@code objects.txt}, in its order. */
    static List<FieldLayout> all() {
        return ALL;
    }

    private static List<FieldLayout> read() {
        List<FieldLayout> layouts = new ArrayList<>();
        List<String> section = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("[") && !section.isEmpty()) {
                layouts.add(of(section));
                section = new ArrayList<>();
            }
            if (!line.isBlank() && !line.startsWith("#")) {
                section.add(line);
            }
        }
        layouts.add(of(section));
        return List.copyOf(layouts);
    }

    private static FieldLayout of(List<String> section) {
        String[] head = section.getFirst().replaceAll("[\\[\\]]", "").split(" ", -1);
        String[] versions = head[2].split("-", -1);
        List<ObjectField> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (String line : section.subList(1, section.size())) {
            String[] parts =
                    Arrays.stream(line.split("\\|", 4)).map(String::strip).toArray(String[]::new);
            ObjectField field = ObjectField.of(parts[0], parts[1], column(columns, parts[1]));
            fields.add(field);
            if (field.column() == columns.size()) {
                columns.add(column(field, parts[2], parts[3]));
            } else if (field.column() >= 0) {
                columns.set(field.column(), wider(columns.get(field.column()), field));
            }
        }
        return new FieldLayout(
                head[0],
                Arrays.stream(head[1].split(",", -1)).map(Integer::valueOf).toList(),
                Integer.parseInt(versions[0]),
                Integer.parseInt(versions[1]),
                head.length > 3 ? head[3].substring("rows=".length()) : null,
                List.copyOf(fields),
                List.copyOf(columns));
    }

    /** The column of that name, or the next one; -1 for a field that is none. */
    private static int column(List<Column> columns, String name) {
        if (name.startsWith("_")) {
            return -1;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return columns.size();
    }

    private static Column column(ObjectField field, String unit, String description) {
        return new Column(
                field.name(),
                field.code().type(),
                field.isList() ? Shape.LIST : Shape.SCALAR,
                unit.isEmpty() ? null : unit,
                null,
                description.isEmpty() ? null : description);
    }

    /** A column that versions write in several ways has the type that holds them all; what is repeated has that of the others. */
    private static Column wider(Column column, ObjectField field) {
        ColumnType other = field.code().type();
        boolean integers = column.type().isInteger() && other.isInteger() && column.type() != other;
        ColumnType type = integers ? ColumnType.INT64 : other;
        return new Column(column.name(), type, column.shape(), column.unit(), null, column.description());
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(FieldLayout.class.getResourceAsStream("objects.txt"))) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
