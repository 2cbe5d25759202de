package org.heralddata.formats.root.cells;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.table.Shape;

/**
 * Where a value stands while a type is planned: its column's name so far, the dimensions around it, what is known of it.
 *
 * @param sizes       dimensions so far, outermost first; {@link Shape#VARIES} where rows differ
 * @param description may be empty
 */
public record ColumnForm(String name, List<Integer> sizes, String description) {
    public ColumnForm {
        sizes = List.copyOf(sizes);
    }

    public static ColumnForm of(String name, String description) {
        return new ColumnForm(name, List.of(), description);
    }

    /** A member of what stands here. */
    ColumnForm member(String member, String title) {
        return new ColumnForm(name + "/" + member, sizes, title);
    }

    /** Within dimensions more. */
    public ColumnForm within(List<Integer> inner) {
        var all = new ArrayList<>(sizes);
        all.addAll(inner);
        return new ColumnForm(name, all, description);
    }

    public ColumnForm withinList() {
        return within(List.of(Shape.VARIES));
    }

    /** Levels of lists above a value here that are no rows. */
    int innerLevels() {
        int levels = 0;
        for (int d = 1; d < sizes.size(); d++) {
            levels += sizes.get(d) == Shape.VARIES ? 1 : 0;
        }
        return levels;
    }
}
