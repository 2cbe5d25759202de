package org.heralddata.query.json;

import java.util.Base64;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.query.cuts.TimeReader;
import org.jspecify.annotations.Nullable;

/** Writes cells. JSON has no NaN and no infinities: they are the strings {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}. */
final class JsonCell {

    private JsonCell() {}

    static void append(StringBuilder text, Column column, Vector vector, int row) {
        if (vector.isNull(row)) {
            text.append("null");
        } else if (vector instanceof Vector.Lists lists) {
            text.append('[');
            for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
                if (i > lists.offsets()[row]) {
                    text.append(',');
                }
                append(text, column, lists.elements(), i);
            }
            text.append(']');
        } else {
            value(text, column.type(), vector, row);
        }
    }

    private static void value(StringBuilder text, ColumnType type, Vector vector, int row) {
        switch (vector) {
            case Vector.Longs longs -> whole(text, type, longs.values()[row]);
            case Vector.Doubles doubles -> real(text, type, doubles.values()[row]);
            case Vector.Strings strings -> string(text, strings.values()[row]);
            case Vector.Blobs blobs -> {
                byte[] bytes = blobs.values()[row];
                string(text, bytes == null ? null : Base64.getEncoder().encodeToString(bytes));
            }
            case Vector.Lists _ -> throw new IllegalArgumentException("a list within a list");
        }
    }

    private static void whole(StringBuilder text, ColumnType type, long value) {
        switch (type) {
            case BOOL -> text.append(value != 0);
            case TIMESTAMP -> text.append('"').append(TimeReader.write(value)).append('"');
            case UINT64 -> text.append(Long.toUnsignedString(value));
            default -> text.append(value);
        }
    }

    private static void real(StringBuilder text, ColumnType type, double value) {
        if (!Double.isFinite(value)) {
            text.append('"').append(value).append('"');
        } else if (type == ColumnType.FLOAT32) {
            text.append((float) value);
        } else {
            text.append(value);
        }
    }

    static void string(StringBuilder text, @Nullable String value) {
        if (value == null) {
            text.append("null");
            return;
        }
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                default -> {
                    if (c < ' ') {
                        text.append("\\u%04x".formatted((int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
