package org.heralddata.formats.hdf5.file;

/** Rows in one stretch of the file, read about 256 kB at a time. */
final class ContiguousRows implements Rows {
    private static final int SLAB_BYTES = 256 << 10;
    private static final long MOST_UNWRITTEN = 1 << 28;

    private final Source source;
    private final RowShape shape;
    private final long address;
    private final byte[] slab;
    private final int most;
    private long done;
    private int count;

    ContiguousRows(Source source, RowShape shape, long address, byte[] fill) {
        this.source = source;
        this.shape = shape;
        this.address = address;
        if (address == Block.UNDEFINED && shape.rows() > MOST_UNWRITTEN) {
            throw FormatException.broken(-1, "it declares %d rows, of which none is stored".formatted(shape.rows()));
        }
        most = Math.clamp(shape.rows(), 1, Math.max(1, SLAB_BYTES / Math.max(1, shape.rowBytes())));
        if (address != Block.UNDEFINED && shape.rows() > 0) {
            if (shape.rowBytes() > 0 && shape.rows() > source.length() / shape.rowBytes()) {
                throw FormatException.truncated(
                        source.absolute(address),
                        "%d rows of %d bytes should follow, but the file ends at byte %d"
                                .formatted(shape.rows(), shape.rowBytes(), source.length()));
            }
            source.check(address, shape.rows() * shape.rowBytes());
        }
        slab = new byte[most * shape.rowBytes()];
        if (address == Block.UNDEFINED) {
            Fill.with(slab, fill);
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
        done += count;
        count = (int) Math.min(most, shape.rows() - done);
        if (count > 0 && address != Block.UNDEFINED) {
            source.read(address + done * shape.rowBytes(), slab, 0, count * shape.rowBytes());
        }
        return count > 0;
    }

    @Override
    public byte[] slab() {
        return slab;
    }

    @Override
    public int slabRows() {
        return count;
    }

    @Override
    public void close() {}
}
