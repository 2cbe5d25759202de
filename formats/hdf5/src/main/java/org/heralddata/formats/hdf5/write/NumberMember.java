package org.heralddata.formats.hdf5.write;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;

/** Numbers, booleans and times, and shapes of them. */
final class NumberMember extends Member {
    private final CellEncoder cells;
    private byte[] values = {};

    NumberMember(int place, Column column, HeapWriter heap) {
        super(place, column);
        cells = new CellEncoder(column, heap);
    }

    @Override
    ElementType type() {
        return cells.type().array(cells.sizes());
    }

    @Override
    int widest() {
        return 0;
    }

    @Override
    void values(Vector vector, int from, int count, DataOutput out) throws IOException {
        byte[] bytes = new byte[Math.multiplyExact(count, cells.size())];
        cells.encode(vector, from, count, bytes, 0);
        out.write(bytes);
    }

    @Override
    void values(DataInput in, int count) throws IOException {
        values = new byte[Math.multiplyExact(count, cells.size())];
        in.readFully(values);
    }

    @Override
    void place(byte[] rows, int at, int stride, int count) {
        int size = cells.size();
        for (int i = 0; i < count; i++) {
            System.arraycopy(values, i * size, rows, at + i * stride, size);
        }
    }

    @Override
    Vector vector(int count) {
        throw new IllegalStateException("numbers have a fixed size");
    }
}
