package org.heralddata.formats.hdf5.file;

import java.util.List;
import org.heralddata.formats.hdf5.filter.FilterException;
import org.heralddata.formats.hdf5.filter.FilterSpec;
import org.heralddata.formats.hdf5.filter.Pipeline;

/**
 * Rows in chunks. A slab is one layer of chunks, so that each chunk is decoded once; only where a layer is beyond
 * {@value #LARGEST_SLAB} bytes it is read in parts, and its chunks as often.
 */
final class ChunkedRows implements Rows {
    private static final int LARGEST_SLAB = 64 << 20;
    private static final int LARGEST_CHUNK = 512 << 20;
    private static final long MOST_UNWRITTEN = 1 << 20;
    private static final double MOST_UNWRITTEN_BYTES = 1L << 36;

    private final Source source;
    private final RowShape shape;
    private final Layout.Chunked layout;
    private final ChunkGrid grid;
    private final ChunkTable table;
    private final Pipeline pipeline;
    private final byte[] fill;
    private final int[] chunk;
    private final int chunkBytes;
    private final int step;
    private byte[] slab = {};
    private long done;
    private int count;

    ChunkedRows(
            Source source,
            RowShape shape,
            Layout.Chunked layout,
            ChunkGrid grid,
            List<FilterSpec> filters,
            byte[] fill) {
        this.source = source;
        this.shape = shape;
        this.layout = layout;
        this.grid = grid;
        this.fill = fill;
        chunk = layout.chunk().stream().mapToInt(n -> n).toArray();
        chunkBytes = chunkBytes(layout.chunk(), shape.elementSize());
        table = ChunkIndex.read(source, layout, grid, chunkBytes, !filters.isEmpty());
        pipeline = new Pipeline(filters);
        refuseMostlyUnwritten();
        long layer = (long) chunk[0] * shape.rowBytes();
        step = layer <= LARGEST_SLAB ? chunk[0] : Math.max(1, LARGEST_SLAB / Math.max(1, shape.rowBytes()));
    }

    /** An extent that a fault has blown up would keep a reader busy with fill values for years. */
    private void refuseMostlyUnwritten() {
        long unwritten = grid.total() - table.count();
        boolean many = unwritten > MOST_UNWRITTEN || unwritten * (double) chunkBytes > MOST_UNWRITTEN_BYTES;
        if (many && unwritten > 1000L * table.count()) {
            throw FormatException.broken(
                    -1, "it declares %d rows, of which hardly any are stored".formatted(shape.rows()));
        }
    }

    private static int chunkBytes(List<Integer> chunk, int elementSize) {
        long bytes = elementSize;
        for (int n : chunk) {
            bytes *= n;
            if (bytes > LARGEST_CHUNK) {
                throw FormatException.unsupported("a dataset of chunks larger than %d bytes".formatted(LARGEST_CHUNK));
            }
        }
        return (int) bytes;
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
    public byte[] slab() {
        return slab;
    }

    @Override
    public int slabRows() {
        return count;
    }

    @Override
    public boolean next() {
        done += count;
        long layer = done / chunk[0];
        long layerEnd = Math.min(shape.rows(), (layer + 1) * chunk[0]);
        count = (int) Math.min(step, layerEnd - done);
        if (count <= 0) {
            return false;
        }
        if (chunk.length == 1) {
            slab = decoded(layer);
            shift((int) (done - layer * chunk[0]));
        } else {
            slab = new byte[count * shape.rowBytes()];
            long across = grid.across();
            for (long c = 0; c < across; c++) {
                copy(layer * across + c, layer * chunk[0]);
            }
        }
        return true;
    }

    private void shift(int rows) {
        if (rows > 0) {
            System.arraycopy(slab, rows * shape.rowBytes(), slab, 0, count * shape.rowBytes());
        }
    }

    private byte[] decoded(long number) {
        int place = table.find(number);
        if (place < 0) {
            byte[] empty = new byte[chunkBytes];
            Fill.with(empty, fill);
            return empty;
        }
        long address = table.address(place);
        int size = table.size(place);
        source.check(address, size);
        byte[] stored = new byte[size];
        source.read(address, stored, 0, size);
        try {
            boolean unfiltered = layout.partialUnfiltered() && partial(number);
            return pipeline.decode(stored, unfiltered ? -1 : table.mask(place), chunkBytes);
        } catch (FilterException e) {
            throw FormatException.broken(source.absolute(address), "a chunk does not decode: " + e.reason());
        }
    }

    private boolean partial(long number) {
        long[] at = grid.coordinates(number);
        if ((at[0] + 1) * chunk[0] > shape.rows()) {
            return true;
        }
        for (int d = 1; d < chunk.length; d++) {
            if ((at[d] + 1) * chunk[d] > shape.cell().get(d - 1)) {
                return true;
            }
        }
        return false;
    }

    /** Copies what a chunk shares with the slab, a run of the fastest dimension at a time. */
    private void copy(long number, long layerStart) {
        byte[] data = decoded(number);
        long[] at = grid.coordinates(number);
        int last = chunk.length - 1;
        long lastSize = shape.cell().get(last - 1);
        int run = (int) Math.min(chunk[last], lastSize - at[last] * chunk[last]) * shape.elementSize();
        int firstRow = (int) (done - layerStart);
        int[] within = new int[chunk.length];
        within[0] = firstRow;
        while (within[0] < firstRow + count) {
            long target = (long) within[0] - firstRow;
            long from = within[0];
            boolean inside = true;
            for (int d = 1; d <= last; d++) {
                long position = at[d] * chunk[d] + within[d];
                inside &= position < shape.cell().get(d - 1);
                target = target * shape.cell().get(d - 1) + position;
                from = from * chunk[d] + within[d];
            }
            if (inside) {
                System.arraycopy(
                        data, (int) (from * shape.elementSize()), slab, (int) (target * shape.elementSize()), run);
            }
            int d = last - 1;
            within[d]++;
            while (d > 0 && within[d] == chunk[d]) {
                within[d] = 0;
                within[--d]++;
            }
        }
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
