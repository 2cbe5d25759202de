package org.heralddata.query.adql;

import org.heralddata.model.table.Column;
import org.heralddata.model.table.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A type as VOTable names it (VOTable 1.4, section 2.1).
 *
 * @param arraysize null of a scalar
 * @param xtype     null if none
 */
public record VoType(
        String datatype,
        @Nullable String arraysize,
        @Nullable String xtype) {

    /** The type of a column; times are strings of xtype {@code timestamp}. */
    public static VoType of(Column column, @Nullable String xtype) {
        String datatype = switch (column.type()) {
            case BOOL -> "boolean";
            case UINT8, BYTES -> "unsignedByte";
            case INT8, INT16 -> "short";
            case UINT16, INT32 -> "int";
            case UINT32, INT64, UINT64 -> "long";
            case FLOAT32 -> "float";
            case FLOAT64 -> "double";
            case STRING -> "unicodeChar";
            case TIMESTAMP -> "char";
        };
        return switch (column.type()) {
            case STRING -> new VoType("timestamp".equals(xtype) ? "char" : datatype, "*", xtype);
            case BYTES -> new VoType(datatype, "*", xtype);
            case TIMESTAMP -> new VoType(datatype, "*", "timestamp");
            default -> new VoType(datatype, arraysize(column.shape()), xtype);
        };
    }

    private static @Nullable String arraysize(Shape shape) {
        if (shape.isScalar()) {
            return null;
        }
        return shape.varies() || shape.isNested()
                ? "*"
                : Integer.toString(shape.sizes().stream().reduce(1, Math::multiplyExact));
    }
}
