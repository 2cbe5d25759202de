package org.heralddata.formats.text;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;

/** Cells for people's eyes: numbers as short as they come back the same, moments as ISO 8601, lists as in JSON, nothing for nothing. */
final class CellWords {
    private final List<Column> columns;
    private final ByteOut out = new ByteOut(null);

    CellWords(List<Column> columns) {
        this.columns = columns;
    }

    String of(Batch batch, int column, int row) {
        Vector vector = batch.vectors().get(column);
        if (vector.isNull(row)) {
            return "";
        }
        ColumnType type = columns.get(column).type();
        return switch (vector) {
            case Vector.Strings strings -> String.valueOf(strings.values()[row]);
            case Vector.Blobs blobs -> HexFormat.of().formatHex(blobs.values()[row]);
            case Vector.Longs _, Vector.Doubles _, Vector.Lists _ -> {
                out.clear();
                JsonText.put(out, type, vector, row);
                yield unquoted();
            }
        };
    }

    /** Moments and NaN stand in quotes in JSON. */
    private String unquoted() {
        var bytes = new byte[out.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = out.at(i);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    /** Whether numbers stand in the column, which are set to the right. */
    static boolean isNumber(Column column) {
        return column.shape().isScalar() && column.type().isNumeric();
    }
}
