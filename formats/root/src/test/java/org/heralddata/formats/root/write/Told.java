package org.heralddata.formats.root.write;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.jspecify.annotations.Nullable;

/** Columns and their values as JSON for oracles: whole numbers as text, since JavaScript would round them. */
public final class Told {

    private Told() {}

    /** One entry a column: name, type, shape, values. */
    public static String json(List<Column> columns, List<List<@Nullable Object>> rows) {
        var all = new ArrayList<String>();
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            int at = c;
            all.add("{\"name\": %s, \"type\": \"%s\", \"shape\": %s, \"values\": [%s]}"
                    .formatted(
                            quoted(column.name()),
                            column.type().label(),
                            column.shape(),
                            rows.stream()
                                    .map(row -> value(column.type(), row.get(at)))
                                    .collect(Collectors.joining(", "))));
        }
        return "[" + String.join(",\n", all) + "]";
    }

    private static String value(ColumnType type, @Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case List<?> list -> list.stream().map(v -> value(type, v)).collect(Collectors.joining(", ", "[", "]"));
            case Double d when !Double.isFinite(d) -> quoted(d.toString());
            case Double d -> d.toString();
            case Boolean b -> b.toString();
            case Long l -> quoted(type == ColumnType.UINT64 ? Long.toUnsignedString(l) : l.toString());
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        return text.codePoints()
                .mapToObj(c ->
                        c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : new String(Character.toChars(c)))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
