package org.heralddata.formats.votable.write;

import java.util.List;
import java.util.stream.Collectors;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;

/**
 * How the cells of a column are declared and stored: VOTable 1.4, sections 2 and 5.4. The next wider type where VOTable has
 * none that holds all values; 64 unsigned bits as decimal text; what has no fixed form as JSON text.
 *
 * @param name     the attribute datatype
 * @param width    bytes of an element
 * @param elements of a cell of fixed shape
 * @param varies   whether a count stands before the elements
 * @param encoding how values become bytes
 */
record Datatype(String name, int width, int elements, boolean varies, Encoding encoding) {

    /** Texts of narrow letters. */
    static final Datatype ASCII = text("char", 1, Shape.SCALAR);

    enum Encoding {
        BOOLEAN,
        INTEGER,
        FLOATING,
        BYTES,
        /** Of strings, timestamps and 64 unsigned bits. */
        TEXT,
        /** Of arrays of those, and of arrays of byte strings. */
        JSON
    }

    static Datatype of(Column column) {
        Shape shape = column.shape();
        return switch (column.type()) {
            case BOOL -> numbers("boolean", 1, shape, Encoding.BOOLEAN);
            case UINT8 -> numbers("unsignedByte", 1, shape, Encoding.INTEGER);
            case INT8, INT16 -> numbers("short", 2, shape, Encoding.INTEGER);
            case UINT16, INT32 -> numbers("int", 4, shape, Encoding.INTEGER);
            case UINT32, INT64 -> numbers("long", 8, shape, Encoding.INTEGER);
            case FLOAT32 -> numbers("float", 4, shape, Encoding.FLOATING);
            case FLOAT64 -> numbers("double", 8, shape, Encoding.FLOATING);
            case BYTES ->
                shape.isScalar()
                        ? new Datatype("unsignedByte", 1, 1, true, Encoding.BYTES)
                        : new Datatype("unicodeChar", 2, 1, true, Encoding.JSON);
            case TIMESTAMP, UINT64 -> text("char", 1, shape);
            case STRING -> isId(column) ? text("char", 1, shape) : text("unicodeChar", 2, shape);
        };
    }

    /** An identifier of a cone search is of the type char (Simple Cone Search 1.03, section 2, 2.b); Herald's are ASCII. */
    private static boolean isId(Column column) {
        return "ID_MAIN".equals(column.ucd());
    }

    private static Datatype numbers(String name, int width, Shape shape, Encoding encoding) {
        return new Datatype(name, width, shape.fixedElements(), shape.varies(), encoding);
    }

    private static Datatype text(String name, int width, Shape shape) {
        return new Datatype(name, width, 1, true, shape.isScalar() ? Encoding.TEXT : Encoding.JSON);
    }

    boolean isText() {
        return encoding == Encoding.TEXT || encoding == Encoding.JSON;
    }

    /** The attribute arraysize; empty for a scalar. */
    String arraysize(Column column) {
        if (isText() || encoding == Encoding.BYTES) {
            return "*";
        }
        List<Integer> sizes = column.shape().sizes().reversed();
        return sizes.stream()
                .map(size -> size == Shape.VARIES ? "*" : size.toString())
                .collect(Collectors.joining("x"));
    }

    /** The integer that stands for a missing one within an array; cells as a whole have a mask. */
    long marker() {
        return switch (name) {
            case "unsignedByte" -> 255;
            case "short" -> Short.MIN_VALUE;
            case "int" -> Integer.MIN_VALUE;
            default -> Long.MIN_VALUE;
        };
    }

    /** The attribute xtype (DALI 1.1, section 3.3); empty if there is none. */
    static String xtype(Column column) {
        return column.type() == ColumnType.TIMESTAMP && column.shape().isScalar() ? "timestamp" : "";
    }
}
