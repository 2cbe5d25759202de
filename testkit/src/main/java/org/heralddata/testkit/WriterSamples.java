package org.heralddata.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.jspecify.annotations.Nullable;

/** Columns and values that writers find hard. */
public final class WriterSamples {

    private WriterSamples() {}

    /** Every type as scalar, as pair and as list, shapes of higher dimension, and lists of lists. */
    public static List<Column> columns() {
        var columns = new ArrayList<Column>();
        for (ColumnType type : ColumnType.values()) {
            String name = type.name().toLowerCase(Locale.ROOT);
            columns.add(Column.of(name + "_one", type));
            columns.add(Column.of(name + "_pair", type).withShape(Shape.of(2)));
            columns.add(Column.of(name + "_list", type).withShape(Shape.LIST));
        }
        columns.add(Column.of("matrix", ColumnType.FLOAT64).withShape(Shape.of(2, 3)));
        columns.add(Column.of("triples", ColumnType.INT32).withShape(Shape.of(Shape.VARIES, 3)));
        Shape nested = Shape.of(Shape.VARIES, Shape.VARIES);
        for (ColumnType type : List.of(ColumnType.FLOAT32, ColumnType.BOOL, ColumnType.STRING, ColumnType.BYTES)) {
            columns.add(Column.of(type.label() + "_lists", type).withShape(nested));
        }
        columns.add(Column.of("triples_lists", ColumnType.UINT16).withShape(Shape.of(Shape.VARIES, Shape.VARIES, 3)));
        columns.add(Column.of("pair_of_lists", ColumnType.FLOAT64).withShape(Shape.of(2, Shape.VARIES)));
        columns.add(Column.of("lists_of_lists", ColumnType.INT64)
                .withShape(Shape.of(Shape.VARIES, Shape.VARIES, Shape.VARIES)));
        return columns;
    }

    /** Lists of lists of every type. */
    static List<Column> nested() {
        var columns = new ArrayList<Column>();
        for (ColumnType type : ColumnType.values()) {
            columns.add(Column.of(type.label() + "_nested", type).withShape(Shape.of(Shape.VARIES, Shape.VARIES)));
        }
        columns.add(Column.of("two", ColumnType.INT32).withShape(Shape.of(2, Shape.VARIES)));
        columns.add(
                Column.of("deep", ColumnType.FLOAT32).withShape(Shape.of(Shape.VARIES, Shape.VARIES, Shape.VARIES)));
        columns.add(Column.of("pairs", ColumnType.INT16).withShape(Shape.of(Shape.VARIES, Shape.VARIES, 2)));
        return columns;
    }

    /** Values of a column of lists of lists, the second list of every other cell missing. */
    static List<@Nullable Object> withMissingLists(Column column) {
        List<@Nullable Object> values = new ArrayList<>(values(column));
        for (int row = 0; row < values.size(); row += 2) {
            if (values.get(row) instanceof List<?> lists && lists.size() > 1) {
                var out = new ArrayList<@Nullable Object>(lists);
                out.set(1, null);
                values.set(row, out);
            }
        }
        return values;
    }

    /** Values of a column without nulls: the extremes of its type, empty and long cells. */
    public static List<@Nullable Object> values(Column column) {
        List<Object> elements = elements(column.type());
        var cells = new ArrayList<@Nullable Object>();
        for (int row = 0; row < 7; row++) {
            cells.add(cell(column.shape(), elements, row));
        }
        return cells;
    }

    /** A cell, or a list within one: the higher its number, the longer. */
    private static Object cell(Shape shape, List<Object> elements, int number) {
        if (shape.isScalar()) {
            return elements.get(number % elements.size());
        }
        int entries = shape.varies() ? number : 1;
        var cell = new ArrayList<Object>();
        for (int i = 0; i < entries * shape.fixedElements(); i++) {
            int next = shape.isNested() ? (number + i) % 4 : number + i;
            cell.add(cell(shape.inner(), elements, next));
        }
        return cell;
    }

    /** The same values, every other one null, each column beginning elsewhere. */
    public static List<@Nullable Object> withNulls(Column column, int place) {
        List<@Nullable Object> values = new ArrayList<>(values(column));
        for (int row = place % 2; row < values.size(); row += 2) {
            values.set(row, null);
        }
        return Collections.unmodifiableList(values);
    }

    private static List<Object> elements(ColumnType type) {
        return switch (type) {
            case BOOL -> List.of(true, false, false);
            case INT8 -> List.of(-128L, 127L, 0L, -1L);
            case INT16 -> List.of(-32768L, 32767L, 0L, -1L);
            case INT32 -> List.of((long) Integer.MIN_VALUE, (long) Integer.MAX_VALUE, 0L, -1L);
            case INT64 -> List.of(Long.MIN_VALUE, Long.MAX_VALUE, 0L, (1L << 53) + 1);
            case UINT8 -> List.of(0L, 255L, 1L, 128L);
            case UINT16 -> List.of(0L, 65535L, 1L, 32768L);
            case UINT32 -> List.of(0L, 4294967295L, 1L, 2147483648L);
            case UINT64 -> List.of(0L, -1L, 1L, Long.MIN_VALUE, Long.MAX_VALUE);
            case FLOAT32 ->
                List.of(
                        (double) 0.1f,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        -1.5,
                        (double) Float.MAX_VALUE,
                        Double.NEGATIVE_INFINITY,
                        (double) Float.MIN_VALUE);
            case FLOAT64 ->
                List.of(
                        0.1,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        -0.0,
                        Double.MAX_VALUE,
                        Double.NEGATIVE_INFINITY,
                        Double.MIN_VALUE);
            case STRING ->
                List.of("plain", "", "Čerenkov γ 天 🌌", "a,b;\"c\"\t'd' <&> # \\", "two\nlines", "NaN", "12");
            case BYTES -> List.of("00", "ff00fe", "0a0d22", "");
            case TIMESTAMP -> List.of(0L, 1_700_000_000_123_456_789L, -1L, -5_000_000_000L, 4_102_444_800_000_000_000L);
        };
    }
}
