package org.heralddata.formats.hdf5.cells;

import org.heralddata.formats.hdf5.file.Datatype;
import org.heralddata.model.table.Vector;

/**
 * H5T_TIME of 8 bytes as PyTables writes it: whole seconds in the upper half, microseconds in the lower, both signed.
 *
 * @see <a href="https://github.com/PyTables/PyTables/blob/master/src/typeconv.c">typeconv.c</a>
 */
final class TimeCells implements Cells {
    private final LongCells numbers;

    TimeCells(Datatype.Time type) {
        numbers = new LongCells(new Datatype.Int(8, true, type.bigEndian(), 0, 64));
    }

    @Override
    public void add(byte[] raw, int at, int stride, int count) {
        numbers.add(raw, at, stride, count);
    }

    @Override
    public Vector take() {
        Vector taken = numbers.take();
        double[] seconds = new double[taken.size()];
        if (taken instanceof Vector.Longs(var values, var size, var nulls)) {
            for (int i = 0; i < size; i++) {
                seconds[i] = 1e-6 * (int) values[i] + (values[i] >> 32);
            }
        }
        return new Vector.Doubles(seconds, seconds.length, null);
    }
}
