package org.heralddata.formats.votable.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.OverflowSink;
import org.heralddata.spi.TableHeader;

/** Writes rows as BINARY2: a mask of the missing cells, then the cells. */
final class BinarySink implements OverflowSink {
    private static final int CHUNK = 1 << 18;

    private final OutputStream out;
    private final List<CellPacker> packers;
    private final Base64Stream base64;
    private final RowBuffer buffer = new RowBuffer();

    private BinarySink(OutputStream out, List<CellPacker> packers) {
        this.out = out;
        this.packers = packers;
        this.base64 = new Base64Stream(out);
    }

    static OverflowSink open(OutputStream out, TableHeader header) throws IOException {
        out.write(Markup.before(header).getBytes(StandardCharsets.UTF_8));
        return new BinarySink(
                out, header.columns().stream().map(CellPacker::new).toList());
    }

    @Override
    public void write(Batch batch) throws IOException {
        List<Vector> vectors = batch.vectors();
        for (int row = 0; row < batch.rows(); row++) {
            mask(vectors, row);
            for (int c = 0; c < vectors.size(); c++) {
                packers.get(c).pack(vectors.get(c), row, buffer);
            }
            if (buffer.length() > CHUNK) {
                drain();
            }
        }
    }

    @Override
    public void finish() throws IOException {
        finish(Markup.after(false));
    }

    @Override
    public void finishCut() throws IOException {
        finish(Markup.after(true));
    }

    private void finish(String after) throws IOException {
        drain();
        base64.finish();
        out.write(after.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {}

    private void mask(List<Vector> vectors, int row) {
        int bits = 0;
        for (int c = 0; c < vectors.size(); c++) {
            bits = bits << 1 | (vectors.get(c).isNull(row) ? 1 : 0);
            if (c % 8 == 7) {
                buffer.integer(1, bits);
                bits = 0;
            }
        }
        int over = vectors.size() % 8;
        if (over > 0) {
            buffer.integer(1, (long) bits << (8 - over));
        }
    }

    private void drain() throws IOException {
        base64.write(buffer.bytes(), buffer.length());
        buffer.clear();
    }
}
