package org.heralddata.serve.portal;

import java.util.StringJoiner;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;

/**
 * One value of a table, as text.
 *
 * @param text   empty where there is no value
 * @param number true if it is to be aligned as a number
 * @param none   true where there is no value
 */
public record Cell(String text, boolean number, boolean none) {
    private static final Cell NONE = new Cell("", false, true);
    private static final int SHOWN = 3;

    static Cell of(Vector vector, int row, ColumnType type) {
        if (vector.isNull(row)) {
            return NONE;
        }
        return switch (vector) {
            case Vector.Longs longs -> ofLong(longs.values()[row], type);
            case Vector.Doubles doubles -> new Cell(Figures.number(doubles.values()[row]), true, false);
            case Vector.Strings strings -> {
                String value = strings.values()[row];
                yield value == null ? NONE : new Cell(value, false, false);
            }
            case Vector.Blobs blobs -> new Cell(blobs.values()[row].length + " bytes", false, false);
            case Vector.Lists lists -> new Cell(list(lists, row, type), false, false);
        };
    }

    private static Cell ofLong(long value, ColumnType type) {
        return switch (type) {
            case BOOL -> new Cell(value == 0 ? "no" : "yes", false, false);
            case TIMESTAMP -> new Cell(Figures.time(value), false, false);
            case UINT64 -> new Cell(Long.toUnsignedString(value), true, false);
            default -> new Cell(Long.toString(value), true, false);
        };
    }

    private static String list(Vector.Lists lists, int row, ColumnType type) {
        int from = lists.offsets()[row];
        int size = lists.offsets()[row + 1] - from;
        var shown = new StringJoiner(", ", "[", size > SHOWN ? ", … " + size + " values]" : "]");
        for (int i = from; i < from + Math.min(size, SHOWN); i++) {
            Cell element = of(lists.elements(), i, type);
            shown.add(element.none ? "–" : element.text);
        }
        return shown.toString();
    }
}
