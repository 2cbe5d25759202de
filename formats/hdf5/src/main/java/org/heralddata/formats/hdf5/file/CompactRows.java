package org.heralddata.formats.hdf5.file;

/** Rows that lie within the object header: one slab. */
final class CompactRows implements Rows {
    private final RowShape shape;
    private final byte[] data;
    private boolean read;

    CompactRows(RowShape shape, byte[] data) {
        this.shape = shape;
        this.data = data;
        if (shape.rows() > Integer.MAX_VALUE || shape.rows() * shape.rowBytes() > data.length) {
            throw FormatException.broken(-1, "a header holds fewer elements than it declares");
        }
    }

    @Override
    public long rows() {
        return shape.rows();
    }

    @Override
    public int rowBytes() {
        return shape.rowBytes();
    }

    @Override
    public boolean next() {
        boolean first = !read && shape.rows() > 0;
        read = true;
        return first;
    }

    @Override
    public byte[] slab() {
        return data;
    }

    @Override
    public int slabRows() {
        return (int) shape.rows();
    }

    @Override
    public void close() {}
}
