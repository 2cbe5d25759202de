package org.heralddata.formats.hdf5.write;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;

/** A column within compounds: into the temporary file, out of it, into rows. For one thread. */
abstract class Member {
    private final int place;
    private final Column column;
    private byte[] missing = {};
    private boolean lacks;

    Member(int place, Column column) {
        this.place = place;
        this.column = column;
    }

    static Member of(int place, Column column, HeapWriter heap) {
        return column.type() == ColumnType.STRING
                ? new TextMember(place, column)
                : new NumberMember(place, column, heap);
    }

    /** Of the column within the table. */
    final int place() {
        return place;
    }

    final Column column() {
        return column;
    }

    /** As what is spooled so far asks for. */
    abstract ElementType type();

    /** Bytes of the longest text spooled so far; 0 of numbers. */
    abstract int widest();

    /** True if a value spooled so far is missing. */
    final boolean lacks() {
        return lacks;
    }

    final void spool(Vector vector, int from, int count, DataOutput out) throws IOException {
        boolean any = vector.nulls() != null && vector.nulls().nextSetBit(from) >= 0;
        out.writeBoolean(any);
        for (int i = 0; any && i < count; i++) {
            boolean gone = vector.isNull(from + i);
            out.writeBoolean(gone);
            lacks |= gone;
        }
        values(vector, from, count, out);
    }

    abstract void values(Vector vector, int from, int count, DataOutput out) throws IOException;

    /** Takes back what {@link #spool} wrote. */
    final void load(DataInput in, int count) throws IOException {
        missing = new byte[count];
        if (in.readBoolean()) {
            in.readFully(missing);
        }
        values(in, count);
    }

    abstract void values(DataInput in, int count) throws IOException;

    /** True if the value of a loaded row is missing. */
    final boolean gone(int row) {
        return missing[row] != 0;
    }

    /** Puts what is loaded into rows. */
    abstract void place(byte[] rows, int at, int stride, int count);

    final void placeMask(byte[] rows, int at, int stride, int count) {
        for (int i = 0; i < count; i++) {
            rows[at + i * stride] = missing[i];
        }
    }

    /** What is loaded. */
    abstract Vector vector(int count);
}
