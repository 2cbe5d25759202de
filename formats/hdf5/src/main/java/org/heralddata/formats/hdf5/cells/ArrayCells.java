package org.heralddata.formats.hdf5.cells;

import java.util.List;
import org.heralddata.model.table.Vector;

/** Arrays of a fixed shape, in row-major order. */
final class ArrayCells implements Cells {
    private final List<Axis> axes;
    private final Cells elements;
    private final int perCell;
    private final int elementStride;
    private final boolean dense;
    private int size;

    /**
     * @param axes    slowest first, at least one
     * @param element the elements' own
     */
    ArrayCells(List<Axis> axes, Cells element) {
        this.axes = List.copyOf(axes);
        elements = element;
        perCell = Axis.elements(axes);
        elementStride = axes.getLast().stride();
        dense = Axis.dense(axes);
    }

    @Override
    public void add(byte[] raw, int at, int stride, int count) {
        size += count;
        if (dense && stride == perCell * elementStride) {
            elements.add(raw, at, elementStride, perCell * count);
            return;
        }
        for (int i = 0, p = at; i < count; i++, p += stride) {
            if (dense) {
                elements.add(raw, p, elementStride, perCell);
            } else {
                add(elements, axes, 0, raw, p);
            }
        }
    }

    /** Adds the elements of one cell that begins at {@code at}, from an axis on. */
    static void add(Cells elements, List<Axis> axes, int axis, byte[] raw, int at) {
        Axis along = axes.get(axis);
        if (axis == axes.size() - 1) {
            elements.add(raw, at, along.stride(), along.count());
            return;
        }
        for (int i = 0; i < along.count(); i++) {
            add(elements, axes, axis + 1, raw, at + i * along.stride());
        }
    }

    @Override
    public Vector take() {
        int[] offsets = new int[size + 1];
        for (int i = 1; i <= size; i++) {
            offsets[i] = i * perCell;
        }
        var vector = new Vector.Lists(offsets, elements.take(), size, null);
        size = 0;
        return vector;
    }
}
