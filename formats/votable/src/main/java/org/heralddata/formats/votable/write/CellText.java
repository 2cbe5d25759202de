package org.heralddata.formats.votable.write;

import java.util.HexFormat;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;

/** Cells that are written as text. */
final class CellText {

    private CellText() {}

    /** The text of a cell that is not null. */
    static String of(ColumnType type, Vector vector, int row) {
        if (!(vector instanceof Vector.Lists lists)) {
            return element(type, vector, row);
        }
        StringBuilder out = new StringBuilder("[");
        for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
            out.append(out.length() == 1 ? "" : ",");
            if (lists.elements().isNull(i)) {
                out.append("null");
            } else {
                quote(element(type, lists.elements(), i), out);
            }
        }
        return out.append(']').toString();
    }

    private static String element(ColumnType type, Vector vector, int i) {
        return switch (vector) {
            case Vector.Strings strings -> String.valueOf(strings.values()[i]);
            case Vector.Blobs blobs -> HexFormat.of().formatHex(blobs.values()[i]);
            case Vector.Longs longs ->
                type == ColumnType.TIMESTAMP
                        ? IsoTime.text(longs.values()[i])
                        : Long.toUnsignedString(longs.values()[i]);
            case Vector.Doubles _, Vector.Lists _ -> throw new IllegalArgumentException("no text: " + type);
        };
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
