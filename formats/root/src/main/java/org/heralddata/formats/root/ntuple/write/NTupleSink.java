package org.heralddata.formats.root.ntuple.write;

import java.io.IOException;
import java.io.OutputStream;
import org.heralddata.formats.root.write.Container;
import org.heralddata.model.table.Batch;
import org.heralddata.spi.TableSink;

/** A table on its way into an RNTuple. */
final class NTupleSink implements TableSink {
    private final OutputStream out;
    private final Container file;
    private final NTupleWriter writer;

    NTupleSink(OutputStream out, Container file, NTupleWriter writer) {
        this.out = out;
        this.file = file;
        this.writer = writer;
    }

    @Override
    public void write(Batch batch) throws IOException {
        writer.write(batch);
    }

    @Override
    public void finish() throws IOException {
        writer.finish();
        file.finish(out);
    }

    @Override
    public void close() throws IOException {
        writer.close();
        file.close();
    }
}
