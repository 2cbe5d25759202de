package org.heralddata.query.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Gathers cells that are arrays. */
final class ListGatherer extends CellGatherer {
    private final CellGatherer elements;
    private int[] offsets = new int[Batch.ROWS + 1];

    ListGatherer(ColumnType type) {
        elements = CellGatherer.of(type, Batch.ROWS);
    }

    @Override
    void read(ResultSet result, int column) throws SQLException {
        java.sql.Array array = result.getArray(column);
        add(array == null ? null : array.getArray());
    }

    @Override
    void add(@Nullable Object value) throws SQLException {
        add((@Nullable Object @Nullable []) value);
    }

    /** Takes a cell; returns how many elements it has. */
    int add(@Nullable Object @Nullable [] cell) throws SQLException {
        if (cell == null) {
            setNull();
        } else {
            for (Object element : cell) {
                elements.add(element);
            }
        }
        size++;
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * size);
        }
        offsets[size] = elements.size;
        return cell == null ? 0 : cell.length;
    }

    @Override
    Vector vector() {
        return new Vector.Lists(offsets, elements.vector(), size, nulls);
    }
}
