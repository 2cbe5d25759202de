package org.heralddata.ingest.column;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Columns with the same text in every row of a file: metadata, parts of its name, constants. */
public final class FixedColumn {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern TRUTH = Pattern.compile("(?i)true|false");
    private static final Pattern NUMBER = Pattern.compile("(?i)[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)(e[+-]?[0-9]+)?|nan");

    private FixedColumn() {}

    /** The type of a value that is only known as text: int64, float64, bool or string. */
    public static ColumnType type(String text) {
        String value = text.strip();
        if (INTEGER.matcher(value).matches()) {
            return ColumnType.INT64;
        }
        if (TRUTH.matcher(value).matches()) {
            return ColumnType.BOOL;
        }
        return NUMBER.matcher(value).matches() ? ColumnType.FLOAT64 : ColumnType.STRING;
    }

    /** The type of both texts: string if nothing less will do. */
    public static ColumnType common(ColumnType a, ColumnType b) {
        return a == b ? a : a.isNumeric() && b.isNumeric() ? ColumnType.FLOAT64 : ColumnType.STRING;
    }

    /** A vector of equal texts, to be made into a column. */
    public static Vector.Strings of(String text, int rows) {
        @Nullable String[] values = new @Nullable String[rows];
        Arrays.fill(values, text);
        return new Vector.Strings(values, rows, null);
    }
}
