package org.heralddata.formats.hdf5.cells;

import org.heralddata.formats.hdf5.file.Datatype;
import org.heralddata.model.table.Vector;

/** h5py's booleans; whatever is not 0 counts as true. */
final class BoolCells implements Cells {
    private final LongCells numbers;

    BoolCells(Datatype.Int base) {
        numbers = new LongCells(base);
    }

    @Override
    public void add(byte[] raw, int at, int stride, int count) {
        numbers.add(raw, at, stride, count);
    }

    @Override
    public Vector take() {
        Vector vector = numbers.take();
        if (vector instanceof Vector.Longs(var values, var size, var nulls)) {
            for (int i = 0; i < size; i++) {
                values[i] = values[i] == 0 ? 0 : 1;
            }
        }
        return vector;
    }
}
