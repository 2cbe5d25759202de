package org.heralddata.formats.votable;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;

/**
 * What the attributes datatype and arraysize of a FIELD mean: VOTable 1.4, sections 2.1 and 2.2.
 *
 * @param known false if the datatype is none of the standard; then cells are read as text
 */
record FieldType(ColumnType type, Shape shape, boolean known) {

    static FieldType of(String datatype, String arraysize) {
        return switch (datatype) {
            case "boolean", "bit" -> numbers(ColumnType.BOOL, arraysize, 1);
            case "unsignedByte" -> numbers(ColumnType.UINT8, arraysize, 1);
            case "short" -> numbers(ColumnType.INT16, arraysize, 1);
            case "int" -> numbers(ColumnType.INT32, arraysize, 1);
            case "long" -> numbers(ColumnType.INT64, arraysize, 1);
            case "float" -> numbers(ColumnType.FLOAT32, arraysize, 1);
            case "double" -> numbers(ColumnType.FLOAT64, arraysize, 1);
            case "floatComplex" -> numbers(ColumnType.FLOAT32, arraysize, 2);
            case "doubleComplex" -> numbers(ColumnType.FLOAT64, arraysize, 2);
            case "char", "unicodeChar" -> new FieldType(ColumnType.STRING, texts(sizes(arraysize)), true);
            default -> new FieldType(ColumnType.STRING, Shape.SCALAR, false);
        };
    }

    private static FieldType numbers(ColumnType type, String arraysize, int parts) {
        List<Integer> sizes = new ArrayList<>(sizes(arraysize));
        if (sizes.equals(List.of(1))) {
            sizes.clear();
        }
        if (parts > 1) {
            sizes.addFirst(parts);
        }
        return new FieldType(type, new Shape(sizes.reversed()), true);
    }

    /** The first size is that of the strings themselves. */
    private static Shape texts(List<Integer> sizes) {
        return sizes.size() < 2
                ? Shape.SCALAR
                : new Shape(sizes.subList(1, sizes.size()).reversed());
    }

    /** The fastest index first; the last may vary. Nonsense counts as one list of any length. */
    private static List<Integer> sizes(String arraysize) {
        List<Integer> sizes = new ArrayList<>();
        if (arraysize.isBlank()) {
            return sizes;
        }
        String[] parts = arraysize.strip().split("x", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].strip();
            boolean varies = part.endsWith("*") && i == parts.length - 1;
            if (!varies && !part.matches("\\d{1,9}")) {
                return List.of(Shape.VARIES);
            }
            sizes.add(varies ? Shape.VARIES : Integer.parseInt(part));
        }
        return sizes;
    }
}
