package org.heralddata.ingest.column;

import java.util.BitSet;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.model.unit.UnitConversion;
import org.jspecify.annotations.Nullable;

/** Makes a published column from a file's: takes an element, nulls what is missing, converts unit and type. Immutable. */
public final class ColumnMaker {

    /** Stands for the whole cell. */
    public static final int WHOLE_CELL = -1;

    private final int element;
    private final @Nullable MissingValue missing;
    private final TypeCast cast;

    /**
     * @param element    of each cell to take, from 0, or {@link #WHOLE_CELL}
     * @param missing    what stands for no value, as written in the file; null if nothing does
     * @param conversion of numbers, from the unit in the file
     */
    public ColumnMaker(
            ColumnType from, ColumnType to, int element, @Nullable String missing, UnitConversion conversion) {
        this.element = element;
        this.missing = missing == null ? null : new MissingValue(missing);
        this.cast = new TypeCast(from, to, conversion);
    }

    /** @throws UnfitValueException if a value does not fit the published type */
    public Vector make(Vector read) throws UnfitValueException {
        Vector values = element == WHOLE_CELL ? read : element((Vector.Lists) read, element);
        return made(missing == null ? values : missing.nulled(values));
    }

    private Vector made(Vector values) throws UnfitValueException {
        if (!(values instanceof Vector.Lists(var offsets, var elements, var size, var nulls))) {
            return cast.cast(values);
        }
        try {
            return new Vector.Lists(offsets, made(elements), size, nulls);
        } catch (UnfitValueException unfit) {
            int row = 0;
            while (row < size - 1 && offsets[row + 1] <= unfit.row()) {
                row++;
            }
            throw unfit.inRow(row);
        }
    }

    /** One element of each row; null where the row is or has fewer. */
    private static Vector element(Vector.Lists lists, int element) {
        int size = lists.size();
        var places = new int[size];
        var nulls = new BitSet();
        for (int row = 0; row < size; row++) {
            places[row] = lists.offsets()[row] + element;
            if (lists.isNull(row)
                    || places[row] >= lists.offsets()[row + 1]
                    || lists.elements().isNull(places[row])) {
                nulls.set(row);
                places[row] = -1;
            }
        }
        return picked(lists.elements(), places, nulls.isEmpty() ? null : nulls);
    }

    private static Vector picked(Vector elements, int[] places, @Nullable BitSet nulls) {
        int size = places.length;
        return switch (elements) {
            case Vector.Longs(var values, var _, var _) -> {
                var out = new long[size];
                for (int row = 0; row < size; row++) {
                    out[row] = places[row] < 0 ? 0 : values[places[row]];
                }
                yield new Vector.Longs(out, size, nulls);
            }
            case Vector.Doubles(var values, var _, var _) -> {
                var out = new double[size];
                for (int row = 0; row < size; row++) {
                    out[row] = places[row] < 0 ? 0 : values[places[row]];
                }
                yield new Vector.Doubles(out, size, nulls);
            }
            case Vector.Strings(var values, var _, var _) -> {
                @Nullable String[] out = new @Nullable String[size];
                for (int row = 0; row < size; row++) {
                    out[row] = places[row] < 0 ? null : values[places[row]];
                }
                yield new Vector.Strings(out, size, nulls);
            }
            case Vector.Blobs _, Vector.Lists _ -> throw new IllegalArgumentException("no elements of elements");
        };
    }
}
