package org.heralddata.query.engine;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Gathers cells that are arrays. */
final class ListGatherer extends CellGatherer {
    private final CellGatherer elements;
    private int[] offsets;

    ListGatherer(ColumnType type, Shape shape, int room) {
        offsets = new int[room + 1];
        elements = shape.isNested() ? new ListGatherer(type, shape.inner(), room) : CellGatherer.of(type, room);
    }

    /** Elements gathered, those of inner lists too. */
    int elements() {
        return elements.size + (elements instanceof ListGatherer inner ? inner.elements() : 0);
    }

    @Override
    void read(ResultSet result, int column) throws SQLException {
        add(result.getArray(column));
    }

    @Override
    void add(@Nullable Object value) throws SQLException {
        switch (value) {
            case null -> setNull();
            case Array array -> addAll((@Nullable Object[]) array.getArray());
            case Object[] cell -> addAll(cell);
            default -> throw new IllegalStateException("no list: " + value.getClass());
        }
        size++;
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * size);
        }
        offsets[size] = elements.size;
    }

    private void addAll(@Nullable Object[] cell) throws SQLException {
        for (Object element : cell) {
            elements.add(element);
        }
    }

    @Override
    Vector vector() {
        return new Vector.Lists(offsets, elements.vector(), size, nulls);
    }
}
