package org.heralddata.formats.root.ntuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * What Herald says of a column in the description of its field: the description, an empty line, and lines such as {@code
 * unit: GeV}.
 */
public final class Annotations {
    /** What the header of a file of ours names as its writer. */
    public static final String WRITER = "Herald";

    private static final String BLOCK = "\n\n";
    private static final String UNIT = "unit";
    private static final String UCD = "ucd";
    private static final String NAME = "name";
    private static final String TYPE = "type";

    private Annotations() {}

    /** @param fieldName which may differ from the column's own name */
    public static String text(Column column, String fieldName) {
        List<String> lines = new ArrayList<>();
        line(lines, UNIT, column.unit());
        line(lines, UCD, column.ucd());
        line(lines, NAME, column.name().equals(fieldName) ? null : column.name());
        line(lines, TYPE, column.type() == ColumnType.TIMESTAMP ? column.type().label() : null);
        String description = column.description() == null ? "" : column.description();
        return lines.isEmpty() && !description.contains(BLOCK)
                ? description
                : description + BLOCK + String.join("\n", lines);
    }

    private static void line(List<String> lines, String key, @Nullable String value) {
        if (value != null) {
            lines.add(key + ": " + value.replace('\n', ' '));
        }
    }

    /**
     * A column with what the text of its field says.
     *
     * @param column by the name and type of its field
     */
    static Column read(Column column, String text) {
        int at = text.lastIndexOf(BLOCK);
        Map<String, String> values = new HashMap<>();
        if (at >= 0) {
            text.substring(at + BLOCK.length()).lines().forEach(line -> {
                int colon = line.indexOf(": ");
                values.put(line.substring(0, Math.max(0, colon)), line.substring(colon < 0 ? 0 : colon + 2));
            });
        }
        String description = at < 0 ? text : text.substring(0, at);
        String name = values.getOrDefault(NAME, column.name());
        boolean time = column.type() == ColumnType.INT64 && values.containsKey(TYPE);
        return new Column(
                name.isEmpty() ? column.name() : name,
                time ? ColumnType.TIMESTAMP : column.type(),
                column.shape(),
                values.get(UNIT),
                values.get(UCD),
                description.isEmpty() ? null : description);
    }
}
