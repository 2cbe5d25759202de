package org.heralddata.formats.text;

import java.util.HexFormat;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;

/**
 * Values as JSON: moments as ISO 8601, bytes as hexadecimal digits, {@code "NaN"}, {@code "Infinity"} and
 * {@code "-Infinity"} as strings, since RFC 8259 has no numbers for them; lists as flat arrays.
 */
final class JsonText {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonText() {}

    static void put(ByteOut out, ColumnType type, Vector vector, int row) {
        if (vector.isNull(row)) {
            out.putAscii("null");
            return;
        }
        switch (vector) {
            case Vector.Longs(var values, var size, var nulls) -> putLong(out, type, values[row]);
            case Vector.Doubles(var values, var size, var nulls) -> putDouble(out, type, values[row]);
            case Vector.Strings(var values, var size, var nulls) -> {
                String text = values[row];
                putString(out, text == null ? "" : text);
            }
            case Vector.Blobs(var values, var size, var nulls) -> {
                out.put('"');
                out.putAscii(HexFormat.of().formatHex(values[row]));
                out.put('"');
            }
            case Vector.Lists(var offsets, var elements, var size, var nulls) -> {
                out.put('[');
                for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                    if (i > offsets[row]) {
                        out.put(',');
                    }
                    put(out, type, elements, i);
                }
                out.put(']');
            }
        }
    }

    private static void putLong(ByteOut out, ColumnType type, long value) {
        switch (type) {
            case BOOL -> out.putAscii(value == 0 ? "false" : "true");
            case TIMESTAMP -> {
                out.put('"');
                TimestampText.put(out, value);
                out.put('"');
            }
            case UINT64 -> putUnsigned(out, value);
            default -> out.putLong(value);
        }
    }

    static void putUnsigned(ByteOut out, long value) {
        if (value >= 0) {
            out.putLong(value);
        } else {
            out.putAscii(Long.toUnsignedString(value));
        }
    }

    private static void putDouble(ByteOut out, ColumnType type, double value) {
        boolean special = !Double.isFinite(value);
        if (special) {
            out.put('"');
        }
        if (type == ColumnType.FLOAT32) {
            out.putFloat((float) value);
        } else {
            out.putDouble(value);
        }
        if (special) {
            out.put('"');
        }
    }

    static void putString(ByteOut out, String text) {
        out.put('"');
        if (text.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\')) {
            out.putUtf8(text);
        } else {
            var escaped = new StringBuilder(text.length() + 16);
            text.chars().forEach(c -> escape(escaped, (char) c));
            out.putUtf8(escaped.toString());
        }
        out.put('"');
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ') {
                    out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
                } else {
                    out.append(c);
                }
            }
        }
    }
}
