package org.heralddata.query.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;

/** A JSON document being written. */
final class JsonSink implements TableSink {
    private static final int FULL = 64 * 1024;

    private final OutputStream out;
    private final TableHeader header;
    private final StringBuilder text = new StringBuilder(FULL + FULL / 4);
    private boolean begun;
    private boolean rowBefore;

    JsonSink(OutputStream out, TableHeader header) {
        this.out = out;
        this.header = header;
    }

    @Override
    public void write(Batch batch) throws IOException {
        begin();
        List<Column> columns = header.columns();
        List<Vector> vectors = batch.vectors();
        for (int row = 0; row < batch.rows(); row++) {
            text.append(rowBefore ? ",\n[" : "\n[");
            rowBefore = true;
            for (int i = 0; i < vectors.size(); i++) {
                if (i > 0) {
                    text.append(',');
                }
                JsonCell.append(text, columns.get(i), vectors.get(i), row);
            }
            text.append(']');
            if (text.length() > FULL) {
                flush();
            }
        }
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        text.append("{\"name\":");
        JsonCell.string(text, header.name());
        text.append(",\"description\":");
        JsonCell.string(text, header.description());
        text.append(",\"metadata\":{");
        String comma = "";
        for (var entry : header.metadata().entrySet()) {
            text.append(comma);
            JsonCell.string(text, entry.getKey());
            text.append(':');
            JsonCell.string(text, entry.getValue());
            comma = ",";
        }
        text.append("},\n\"columns\":[");
        comma = "";
        for (Column column : header.columns()) {
            text.append(comma).append("{\"name\":");
            JsonCell.string(text, column.name());
            text.append(",\"type\":\"").append(column.type().label());
            text.append("\",\"shape\":").append(column.shape());
            text.append(",\"unit\":");
            JsonCell.string(text, column.unit());
            text.append(",\"ucd\":");
            JsonCell.string(text, column.ucd());
            text.append(",\"description\":");
            JsonCell.string(text, column.description());
            text.append('}');
            comma = ",\n";
        }
        text.append("],\n\"rows\":[");
    }

    private void flush() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    @Override
    public void finish() throws IOException {
        begin();
        text.append("]}\n");
        flush();
        out.flush();
    }

    @Override
    public void close() {}
}
