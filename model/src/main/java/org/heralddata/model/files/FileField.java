package org.heralddata.model.files;

import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Something that is known of files, such as the livetime.
 *
 * @param name lower-case letters, digits and underscores, starting with a letter
 * @param type one of bool, int64, float64, string, timestamp
 */
public record FileField(String name, ColumnType type, Unit unit, Ucd ucd, String description) {

    /** The field as a column of an export. */
    public Column toColumn() {
        return new Column(
                name,
                type,
                Shape.SCALAR,
                blankToNull(unit.symbol()),
                blankToNull(ucd.words()),
                blankToNull(description));
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
