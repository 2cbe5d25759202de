package org.heralddata.formats.hdf5.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.heralddata.formats.hdf5.file.GlobalHeap;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;

/**
 * A column within the rows of a dataset.
 *
 * @param name   path of the compound member, such as {@code pos.x}; empty if the dataset is no compound
 * @param offset first byte within a row
 * @param axes   dimensions of a cell
 * @param type   of the elements
 * @param shape  of a cell, with a varying first dimension for lists
 * @param time   true if the file says that it is a time in seconds
 * @param cells  makes the collector of its elements
 */
public record Field(
        String name,
        int offset,
        List<Axis> axes,
        ColumnType type,
        Shape shape,
        boolean time,
        Function<GlobalHeap, Cells> cells) {

    public Field {
        axes = List.copyOf(axes);
    }

    /** A collector of its cells. */
    public Cells open(GlobalHeap heap) {
        Cells elements = cells.apply(heap);
        return axes.isEmpty() ? elements : new ArrayCells(axes, elements);
    }

    /** Elements of a cell; 1 for lists. */
    public int elements() {
        return Axis.elements(axes);
    }

    /** The same under another name. */
    public Field named(String other) {
        return new Field(other, offset, axes, type, shape, time, cells);
    }

    /** The same column, its integers being numpy's times; itself if they are no such thing. */
    public Field asTimes(String dtype) {
        if (type != ColumnType.INT64 || TimestampCells.factor(dtype).isEmpty()) {
            return this;
        }
        return new Field(name, offset, axes, ColumnType.TIMESTAMP, shape, time, heap -> new TimestampCells(dtype));
    }

    /** One element of a cell of one dimension, as a scalar column. */
    public Field element(int place, String other) {
        if (axes.size() != 1 || place >= axes.getFirst().count()) {
            throw new IllegalArgumentException("no element " + place + " in " + shape);
        }
        int at = offset + place * axes.getFirst().stride();
        return new Field(other, at, List.of(), type, Shape.SCALAR, time, cells);
    }

    /** The same column, its integers being nanoseconds since 1970; itself if they are no such thing. */
    public Field asNanoseconds() {
        return type == ColumnType.INT64
                ? new Field(name, offset, axes, ColumnType.TIMESTAMP, shape, time, cells)
                : this;
    }

    /** The same column of lists, their elements taken as entries of a shape; itself if it holds no lists. */
    public Field ofEntries(List<Integer> sizes) {
        if (!shape.equals(Shape.LIST)) {
            return this;
        }
        var all = new ArrayList<>(List.of(Shape.VARIES));
        all.addAll(sizes);
        return new Field(name, offset, axes, type, new Shape(all), time, cells);
    }
}
