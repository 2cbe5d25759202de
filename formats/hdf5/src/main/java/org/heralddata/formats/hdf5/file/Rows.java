package org.heralddata.formats.hdf5.file;

import java.io.Closeable;

/**
 * The rows of a dataset, read from first to last a slab at a time. A slab holds whole rows in row-major order, as the
 * file's types store them. For one thread.
 */
public interface Rows extends Closeable {

    /** Rows in all. */
    long rows();

    /** Bytes of a row. */
    int rowBytes();

    /** Moves to the slab that begins with the row after the last; false if there is none. */
    boolean next();

    /** The bytes of the slab, not to be changed; may be longer than the slab. */
    byte[] slab();

    /** Rows of the slab, at least 1. */
    int slabRows();

    @Override
    void close();
}
