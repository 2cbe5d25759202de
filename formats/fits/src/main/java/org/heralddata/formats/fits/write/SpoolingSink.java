package org.heralddata.formats.fits.write;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;

/** Sets batches aside until rows, widths and missing values are known; then writes header, rows and heap. */
final class SpoolingSink implements TableSink {
    private static final int BUFFER = 1 << 18;

    private final OutputStream out;
    private final TableHeader header;
    private final List<Facts> facts;
    private final List<Integer> batches = new ArrayList<>();
    private final Spool spool;

    SpoolingSink(OutputStream out, TableHeader header) throws IOException {
        this.out = out;
        this.header = header;
        this.facts = header.columns().stream().map(Facts::new).toList();
        this.spool = new Spool();
    }

    @Override
    public void write(Batch batch) throws IOException {
        batches.add(batch.rows());
        for (int c = 0; c < facts.size(); c++) {
            Vector vector = Prepared.of(header.columns().get(c), batch.vectors().get(c));
            facts.get(c).add(vector);
            spool.write(vector);
        }
    }

    @Override
    public void finish() throws IOException {
        long rows = batches.stream().mapToLong(Integer::longValue).sum();
        TableLayout layout = TableLayout.of(header, facts, rows);
        out.write(layout.headers());
        RowPacker packer = new RowPacker(out, layout);
        forEachBatch(packer::rows);
        if (layout.heapBytes() > 0) {
            writeHeap(layout, packer);
        }
        packer.fill();
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    private void writeHeap(TableLayout layout, RowPacker packer) throws IOException {
        // Not closed: that would close the caller's stream.
        BufferedOutputStream heap = new BufferedOutputStream(out, BUFFER);
        forEachBatch((count, vectors) -> {
            for (int c = 0; c < vectors.size(); c++) {
                layout.packings().get(c).packHeap(vectors.get(c), heap);
            }
        });
        heap.flush();
        packer.count(layout.heapBytes());
    }

    private void forEachBatch(BatchAction action) throws IOException {
        DataInputStream in = spool.reader();
        for (int rows : batches) {
            List<Vector> vectors = new ArrayList<>();
            for (int c = 0; c < facts.size(); c++) {
                vectors.add(Spool.read(in));
            }
            action.take(rows, vectors);
        }
    }

    private interface BatchAction {
        void take(int rows, List<Vector> vectors) throws IOException;
    }
}
