package org.heralddata.formats.hdf5.cells;

import org.heralddata.model.table.Vector;

/** Collects the values of a column for one batch. For one thread. */
public interface Cells {

    /**
     * Adds {@code count} values.
     *
     * @param raw    bytes of the file
     * @param at     where the first value begins
     * @param stride bytes from one value to the next
     */
    void add(byte[] raw, int at, int stride, int count);

    /** What was added since the last call. */
    Vector take();
}
