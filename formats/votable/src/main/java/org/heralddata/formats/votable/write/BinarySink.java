package org.heralddata.formats.votable.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.FailureSink;
import org.heralddata.spi.FieldNote;
import org.heralddata.spi.OverflowSink;

/** Writes rows as BINARY2: a mask of the missing cells, then the cells; or as BINARY, where a marker stands for what is missing. */
final class BinarySink implements OverflowSink, FailureSink {
    private static final int CHUNK = 1 << 18;

    private final OutputStream out;
    private final Markup.Frame frame;
    private final Serialization serialization;
    private final List<CellPacker> packers;
    private final Base64Stream base64;
    private final RowBuffer buffer = new RowBuffer();

    BinarySink(OutputStream out, List<Column> columns, Map<String, FieldNote> notes, Markup.Frame frame) {
        this.out = out;
        this.frame = frame;
        serialization = frame.serialization();
        packers = columns.stream()
                .map(c -> new CellPacker(
                        c, serialization.datatype(c, notes.get(c.name())), serialization == Serialization.BINARY))
                .toList();
        base64 = new Base64Stream(out);
    }

    @Override
    public void write(Batch batch) throws IOException {
        List<Vector> vectors = batch.vectors();
        for (int row = 0; row < batch.rows(); row++) {
            if (serialization == Serialization.BINARY2) {
                mask(vectors, row);
            }
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
        finish(frame.after(false));
    }

    @Override
    public void finishCut() throws IOException {
        finish(frame.after(true));
    }

    @Override
    public void finishFailed(String message) throws IOException {
        finish(frame.afterFailure(message));
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
