package org.heralddata.formats.votable.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.FailureSink;
import org.heralddata.spi.OverflowSink;

/** Writes rows as TABLEDATA: elements of XML, a missing cell an empty one (VOTable 1.4, section 5.1). */
final class TextSink implements OverflowSink, FailureSink {
    private static final int CHUNK = 1 << 16;

    private final OutputStream out;
    private final Markup.Frame frame;
    private final List<Column> columns;
    private final List<Datatype> types;
    private final StringBuilder text = new StringBuilder(CHUNK + 4096);

    TextSink(OutputStream out, List<Column> columns, Markup.Frame frame) {
        this.out = out;
        this.frame = frame;
        this.columns = columns;
        types = columns.stream().map(Datatype::of).toList();
    }

    @Override
    public void write(Batch batch) throws IOException {
        List<Vector> vectors = batch.vectors();
        for (int row = 0; row < batch.rows(); row++) {
            text.append("<TR>");
            for (int c = 0; c < vectors.size(); c++) {
                if (vectors.get(c).isNull(row)) {
                    text.append("<TD/>");
                } else {
                    text.append("<TD>");
                    cell(c, vectors.get(c), row);
                    text.append("</TD>");
                }
            }
            text.append("</TR>\n");
            if (text.length() > CHUNK) {
                drain();
            }
        }
    }

    private void cell(int column, Vector vector, int row) {
        Datatype type = types.get(column);
        switch (type.encoding()) {
            case TEXT, JSON -> Markup.escape(CellText.of(columns.get(column).type(), vector, row), text);
            case BYTES -> {
                if (vector instanceof Vector.Blobs blobs) {
                    bytes(blobs.values()[row]);
                }
            }
            case BOOLEAN, INTEGER, FLOATING -> {
                if (!(vector instanceof Vector.Lists lists)) {
                    number(type, vector, row);
                    return;
                }
                for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
                    text.append(i == lists.offsets()[row] ? "" : " ");
                    number(type, lists.elements(), i);
                }
            }
        }
    }

    private void bytes(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            text.append(i == 0 ? "" : " ").append(bytes[i] & 0xff);
        }
    }

    private void number(Datatype type, Vector vector, int i) {
        boolean missing = vector.isNull(i);
        switch (vector) {
            case Vector.Doubles doubles -> real(type, missing ? Double.NaN : doubles.values()[i]);
            case Vector.Longs longs
            when type.encoding() == Datatype.Encoding.BOOLEAN ->
                text.append(missing ? '?' : longs.values()[i] == 0 ? 'F' : 'T');
            case Vector.Longs longs -> text.append(missing ? type.marker() : longs.values()[i]);
            case Vector.Strings _, Vector.Blobs _, Vector.Lists _ -> throw new IllegalArgumentException("no numbers");
        }
    }

    /** The shortest text that comes back as the same number. */
    private void real(Datatype type, double value) {
        if (Double.isInfinite(value)) {
            text.append(value > 0 ? "+Inf" : "-Inf");
        } else if (type.width() == 4) {
            text.append((float) value);
        } else {
            text.append(value);
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
        text.append(after);
        drain();
        out.flush();
    }

    private void drain() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    @Override
    public void close() {}
}
