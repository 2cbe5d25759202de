package org.heralddata.query.json;

import java.io.OutputStream;
import org.heralddata.model.table.Column;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;

/** Writes {@code {"name", "description", "metadata", "columns": […], "rows": [[…], …]}} (RFC 8259), a line a row. */
public final class JsonWriter implements TableWriter {
    private static final int LIST_ELEMENTS = 8;

    @Override
    public FormatName format() {
        return new FormatName("json");
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public double bytesPerRow(TableHeader header) {
        return 3 + header.columns().stream().mapToDouble(JsonWriter::bytes).sum();
    }

    private static double bytes(Column column) {
        int element = switch (column.type()) {
            case BOOL -> 6;
            case INT8, UINT8 -> 4;
            case INT16, UINT16 -> 5;
            case INT32, UINT32, FLOAT32 -> 10;
            case INT64, UINT64, FLOAT64 -> 19;
            case STRING, BYTES -> 24;
            case TIMESTAMP -> 28;
        };
        return column.shape().isScalar()
                ? element
                : 3.0
                        + element
                                * column.shape().fixedElements()
                                * (column.shape().varies() ? LIST_ELEMENTS : 1);
    }

    @Override
    public TableSink open(OutputStream out, TableHeader header) {
        return new JsonSink(out, header);
    }
}
