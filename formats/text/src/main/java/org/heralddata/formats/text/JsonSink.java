package org.heralddata.formats.text;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;

/** Streams {@code {"table":…,"description":…,"metadata":{…},"columns":[…],"rows":[[…],…]}}, a row a line. */
final class JsonSink implements TableSink {
    private final ByteOut out;
    private final List<Column> columns;
    private boolean first = true;

    JsonSink(OutputStream stream, TableHeader header) {
        this.out = new ByteOut(stream);
        this.columns = header.columns();
        out.putAscii("{\"table\":");
        JsonText.putString(out, header.name());
        if (!header.description().isEmpty()) {
            out.putAscii(",\n\"description\":");
            JsonText.putString(out, header.description());
        }
        out.putAscii(",\n\"metadata\":{");
        String separator = "";
        for (Map.Entry<String, String> entry : header.metadata().entrySet()) {
            out.putAscii(separator);
            JsonText.putString(out, entry.getKey());
            out.put(':');
            JsonText.putString(out, entry.getValue());
            separator = ",";
        }
        out.putAscii("},\n\"columns\":[");
        separator = "";
        for (Column column : columns) {
            out.putAscii(separator);
            out.putUtf8(HeraldHeader.json(column));
            separator = ",\n";
        }
        out.putAscii("],\n\"rows\":[");
    }

    @Override
    public void write(Batch batch) throws IOException {
        for (int row = 0; row < batch.rows(); row++) {
            out.putAscii(first ? "\n[" : ",\n[");
            first = false;
            for (int c = 0; c < columns.size(); c++) {
                if (c > 0) {
                    out.put(',');
                }
                JsonText.put(out, columns.get(c).type(), batch.vectors().get(c), row);
            }
            out.put(']');
            out.flushIfFull();
        }
    }

    @Override
    public void finish() throws IOException {
        out.putAscii("]}\n");
        out.flush();
    }

    @Override
    public void close() {}
}
