package org.heralddata.formats.hdf5.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.heralddata.formats.hdf5.Layouts;
import org.heralddata.model.table.Batch;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;

/** A table on its way into a file. Chunks are compressed by two threads, which end with it. */
public final class Hdf5Sink implements TableSink {
    private static final int SUPERBLOCK = 48;

    private final OutputStream out;
    private final TableHeader header;
    private final Spool spool;
    private final HeapWriter heap;
    private final ChunkEncoders workers;
    private final List<ColumnWriter> columns;

    public Hdf5Sink(OutputStream out, TableHeader header) throws IOException {
        this.out = out;
        this.header = header;
        spool = new Spool();
        spool.reserve(SUPERBLOCK);
        heap = new HeapWriter(spool);
        workers = new ChunkEncoders();
        columns = header.columns().stream()
                .map(c -> new ColumnWriter(c, spool, heap, workers))
                .toList();
    }

    @Override
    public void write(Batch batch) throws IOException {
        for (int c = 0; c < columns.size(); c++) {
            columns.get(c).write(batch.vectors().get(c));
        }
    }

    @Override
    public void finish() throws IOException {
        var group = new HeaderBuilder(spool, heap).emptyGroup();
        var names = new LinkNames();
        for (ColumnWriter column : columns) {
            column.finish(group, names);
        }
        group.attribute(Layouts.TABLE, header.name());
        if (!header.description().isEmpty() && !header.metadata().containsKey("description")) {
            group.attribute("description", header.description());
        }
        for (var entry : header.metadata().entrySet()) {
            group.attribute(entry.getKey(), entry.getValue());
        }
        long groupAddress = group.write();
        long root = new HeaderBuilder(spool, heap)
                .emptyGroup()
                .link(new LinkNames().link(header.name()), groupAddress)
                .write();
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
        spool.close();
    }
}
