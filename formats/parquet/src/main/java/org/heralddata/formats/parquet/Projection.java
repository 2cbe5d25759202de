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

    String element(String sql) {
        return cast.formatted(sql);
    }

    Projection as(Column described) {
        return new Projection(described, value, cast);
    }
}
