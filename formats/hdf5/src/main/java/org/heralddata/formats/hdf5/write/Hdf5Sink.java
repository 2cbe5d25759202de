package org.heralddata.formats.hdf5.write;

import java.io.IOException;
import java.io.OutputStream;
import org.heralddata.model.table.Batch;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;

/** A table on its way into a file. Chunks are compressed by two threads, which end with it. */
public final class Hdf5Sink implements TableSink {
    private static final int SUPERBLOCK = 48;

    private final OutputStream out;
    private final Spool spool;
    private final HeapWriter heap;
    private final ChunkEncoders workers;
    private final Room room;
    private final TableRows rows;

    /** @param header of columns that {@link CompoundLimits} are not against, if they are to be compounds */
    public Hdf5Sink(OutputStream out, TableHeader header, TableLayout layout, Packing packing) throws IOException {
        this.out = out;
        spool = new Spool();
        spool.reserve(SUPERBLOCK);
        heap = new HeapWriter(spool);
        workers = new ChunkEncoders(packing);
        room = new Room(spool, heap, workers);
        rows = switch (layout) {
            case COLUMNS -> new ColumnTable(room, header);
            case COMPOUND -> new CompoundTable(room, header);
        };
    }

    @Override
    public void write(Batch batch) throws IOException {
        rows.write(batch);
    }

    @Override
    public void finish() throws IOException {
        HeaderBuilder group = room.header().emptyGroup();
        rows.finish(group);
        long root = group.write();
        heap.flush();
        spool.write(0, superblock(root));
        spool.copyTo(out);
        out.flush();
    }

    private byte[] superblock(long root) {
        return new Bytes()
                .u8(0x89)
                .ascii("HDF\r\n\u001a\n")
                .u8(2)
                .u8(8)
                .u8(8)
                .u8(0)
                .u64(0)
                .u64(Bytes.UNDEFINED)
                .u64(spool.end())
                .u64(root)
                .checksum()
                .done();
    }

    @Override
    public void close() throws IOException {
        workers.close();
        rows.close();
        spool.close();
    }
}
