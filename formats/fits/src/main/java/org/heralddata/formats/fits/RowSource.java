package org.heralddata.formats.fits;

import java.io.Closeable;
import java.io.IOException;

/** The rows of a table as FITS lays them out, wherever they come from. For one thread. */
interface RowSource extends Closeable {

    /**
     * Fills an array with some rows.
     *
     * @param first counted from 0
     * @param rows  that the table has from there
     */
    void read(long first, int rows, byte[] target) throws IOException;
}
