package org.heralddata.model.table;

import org.jspecify.annotations.Nullable;

/**
 * A column as a file declares it, read or to be written.
 *
 * @param name        the file's own name, not empty
 * @param type        type of the elements
 * @param shape       shape of one cell
 * @param unit        the unit as written, not judged; null if none is given
 * @param ucd         the UCD as written, not judged; null if none is given
 * @param description what it means; null if none is given
 */
public record Column(
        String name,
        ColumnType type,
        Shape shape,
        @Nullable String unit,
        @Nullable String ucd,
        @Nullable String description) {

    public Column {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a column needs a name");
        }
    }

    /** A scalar column that says nothing of itself. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, Shape.SCALAR, null, null, null);
    }

    public Column withUnit(@Nullable String symbol) {
        return new Column(name, type, shape, symbol, ucd, description);
    }

    public Column withUcd(@Nullable String words) {
        return new Column(name, type, shape, unit, words, description);
    }

    public Column withDescription(@Nullable String text) {
        return new Column(name, type, shape, unit, ucd, text);
    }

    public Column withShape(Shape cell) {
        return new Column(name, type, cell, unit, ucd, description);
    }
}
