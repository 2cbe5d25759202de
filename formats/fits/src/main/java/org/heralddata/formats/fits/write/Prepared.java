package org.heralddata.formats.fits.write;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Vectors brought to the kinds that FITS has: numbers, texts as ASCII bytes, lists of these. What has no place there, a list
 * of texts whose length varies, becomes one text, a JSON array.
 */
final class Prepared {

    private Prepared() {}

    /** True if cells of the column are written as one text each. */
    static boolean isText(Column column) {
        return switch (column.type()) {
            case STRING, TIMESTAMP -> true;
            case BYTES -> !column.shape().isScalar();
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, FLOAT32, FLOAT64 -> false;
        };
    }

    /** True if cells of the column are JSON arrays. */
    static boolean isJson(Column column) {
        return isText(column) && (column.shape().varies() || column.type() == ColumnType.BYTES);
    }

    static Vector of(Column column, Vector vector) {
        if (isJson(column) && vector instanceof Vector.Lists lists) {
            return json(column.type(), lists);
        }
        return switch (vector) {
            case Vector.Longs longs when column.type() == ColumnType.TIMESTAMP -> times(longs);
            case Vector.Strings strings -> texts(strings);
            case Vector.Lists lists ->
                new Vector.Lists(lists.offsets(), of(column, lists.elements()), lists.size(), lists.nulls());
            case Vector.Longs _, Vector.Doubles _, Vector.Blobs _ -> vector;
        };
    }

    private static Vector.Blobs times(Vector.Longs times) {
        byte[][] texts = new byte[times.size()][];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = times.isNull(i) ? new byte[0] : IsoTime.bytes(times.values()[i]);
        }
        return new Vector.Blobs(texts, texts.length, times.nulls());
    }

    private static Vector.Blobs texts(Vector.Strings strings) {
        byte[][] texts = new byte[strings.size()][];
        for (int i = 0; i < texts.length; i++) {
            String text = strings.values()[i];
            texts[i] = text == null ? new byte[0] : AsciiText.bytes(text);
        }
        return new Vector.Blobs(texts, texts.length, strings.nulls());
    }

    private static Vector.Blobs json(ColumnType type, Vector.Lists lists) {
        byte[][] texts = new byte[lists.size()][];
        BitSet nulls = lists.nulls();
        for (int row = 0; row < texts.length; row++) {
            StringBuilder out = new StringBuilder("[");
            for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
                out.append(out.length() == 1 ? "" : ",").append(json(type, lists.elements(), i));
            }
            texts[row] = lists.isNull(row)
                    ? new byte[0]
                    : AsciiText.bytes(out.append(']').toString());
        }
        return new Vector.Blobs(texts, texts.length, nulls);
    }

    private static String json(ColumnType type, Vector elements, int i) {
        if (elements.isNull(i)) {
            return "null";
        }
        return switch (elements) {
            case Vector.Strings strings -> quoted(strings.values()[i]);
            case Vector.Blobs blobs -> quoted(HexFormat.of().formatHex(blobs.values()[i]));
            case Vector.Longs longs
            when type == ColumnType.TIMESTAMP ->
                quoted(new String(IsoTime.bytes(longs.values()[i]), StandardCharsets.US_ASCII));
            case Vector.Longs _, Vector.Doubles _, Vector.Lists _ ->
                throw new IllegalArgumentException("no text: " + type);
        };
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
