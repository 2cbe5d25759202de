package org.heralddata.formats.parquet;

import org.heralddata.model.table.Column;

/**
 * A column of the table and how to ask for it.
 *
 * @param column as the table has it
 * @param value  SQL of the value; of the list itself if the column holds lists
 * @param cast   SQL of an element with {@code %s} in its place
 */
record Projection(Column column, String value, String cast) {

    boolean isList() {
        return !column.shape().isScalar();
    }

    /** SQL of what a row has in the main stream: the value, or the length of the list. */
    String inRow() {
        return isList() ? "len(%s)".formatted(value) : element(value);
    }

    /**
     * SQL of what the elements of a level of lists are, in the order of the rows: lengths of the next level, or values.
     *
     * @param level 1 for the elements of the cell
     */
    String inLevel(int level, String source) {
        String from = "(SELECT unnest(%s) AS e FROM %s)".formatted(value, source);
        for (int outer = 1; outer < level; outer++) {
            from = "(SELECT unnest(e) AS e FROM %s)".formatted(from);
        }
        return "SELECT %s FROM %s".formatted(level < column.shape().levels() ? "len(e)" : element("e"), from);
    }

    String element(String sql) {
        return cast.formatted(sql);
    }

    Projection as(Column described) {
        return new Projection(described, value, cast);
    }
}
