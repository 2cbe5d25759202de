package org.heralddata.formats.root.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heralddata.formats.root.Layouts;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.jspecify.annotations.Nullable;

/** What a tree's notes say of its branches in the words of {@link Layouts}, as Herald's own files have them. */
final class Meanings {
    private final Map<String, String> notes;
    private final Map<String, Column> branches;
    private final Set<String> used = new HashSet<>();

    /**
     * @param notes    by name, such as {@code ze.unit}
     * @param branches the columns as the branches make them, by name
     */
    Meanings(Map<String, String> notes, Map<String, Column> branches) {
        this.notes = notes;
        this.branches = branches;
    }

    /** Branches that exist for other columns alone. */
    Set<String> helpers() {
        Set<String> helpers = new HashSet<>();
        for (String branch : branches.keySet()) {
            String valid = valid(branch);
            if (valid != null) {
                helpers.add(valid);
            }
            String counts = note(branch, Layouts.COUNTS);
            if (counts != null && branches.containsKey(counts)) {
                helpers.add(counts);
            }
        }
        return helpers;
    }

    /** The branch of booleans that is false where a column has no value; null if every row has one. */
    @Nullable
    String valid(String branch) {
        String name = note(branch, Layouts.VALID);
        Column flags = name == null ? null : branches.get(name);
        boolean usable = flags != null
                && flags.type() == ColumnType.BOOL
                && flags.shape().isScalar();
        return usable ? name : null;
    }

    /** True if the column's innermost lists of numbers are bytes without meaning. */
    boolean isBytes(String branch) {
        Column column = branches.get(branch);
        return column != null
                && Layouts.TYPE_BYTES.equals(note(branch, Layouts.TYPE))
                && column.type() == ColumnType.UINT8
                && !column.shape().isScalar()
                && column.shape().sizes().getLast() == Shape.VARIES;
    }

    /** The column as the notes have it. */
    Column column(Column column) {
        String branch = column.name();
        ColumnType type = column.type();
        Shape shape = column.shape();
        if (isBytes(branch)) {
            type = ColumnType.BYTES;
            shape = new Shape(shape.sizes().subList(0, shape.sizes().size() - 1));
        } else if (type == ColumnType.INT64 && Layouts.TYPE_TIMESTAMP.equals(note(branch, Layouts.TYPE))) {
            type = ColumnType.TIMESTAMP;
        }
        Shape told = shape(note(branch, Layouts.SHAPE));
        if (told != null && levels(told) == levels(shape)) {
            shape = told;
        }
        String name = note(branch, Layouts.NAME);
        String unit = note(branch, Layouts.UNIT);
        String description = note(branch, Layouts.DESCRIPTION);
        boolean ours = unit != null || description != null || type != column.type();
        return new Column(
                name == null ? branch : name,
                type,
                shape,
                orElse(unit, ours ? null : column.unit()),
                note(branch, Layouts.UCD),
                orElse(description, ours ? null : column.description()));
    }

    /** The notes that say nothing of a branch. */
    void others(Map<String, String> into) {
        notes.forEach((name, value) -> {
            if (!used.contains(name)) {
                into.putIfAbsent(name, value);
            }
        });
    }

    private @Nullable String note(String branch, String word) {
        String name = branch + "." + word;
        String value = notes.get(name);
        if (value != null) {
            used.add(name);
        }
        return value == null || value.isEmpty() ? null : value;
    }

    private static @Nullable String orElse(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }

    /** Levels of lists that a cell of a shape has. */
    private static int levels(Shape shape) {
        int levels = shape.isScalar() ? 0 : 1;
        for (int d = 1; d < shape.sizes().size(); d++) {
            levels += shape.sizes().get(d) == Shape.VARIES ? 1 : 0;
        }
        return levels;
    }

    /** Reads {@code [null, 3]}; null if it is none. */
    private static @Nullable Shape shape(@Nullable String text) {
        if (text == null || text.length() > 200 || !text.matches("\\[(null|\\d{1,9})(, (null|\\d{1,9}))*\\]")) {
            return null;
        }
        List<Integer> sizes = new ArrayList<>();
        for (String size : text.substring(1, text.length() - 1).split(", ", -1)) {
            sizes.add(size.equals("null") ? Shape.VARIES : Integer.parseInt(size));
        }
        return new Shape(sizes);
    }
}
