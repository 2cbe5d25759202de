package org.heralddata.formats.text;

import java.io.OutputStream;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;

/** Writes a table as one JSON object of metadata, columns and rows. */
public final class JsonWriter implements TableWriter {

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
        return 3 + header.columns().stream().mapToDouble(RowSizes::of).sum();
    }

    @Override
    public TableSink open(OutputStream out, TableHeader header) {
        return new JsonSink(out, header);
    }
}
