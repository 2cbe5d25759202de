package org.heralddata.formats.text;

import java.io.OutputStream;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;

/** Writes columns of equal width, to be read by people. */
public final class PlainTextWriter implements TableWriter {

    @Override
    public FormatName format() {
        return new FormatName("text");
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public double bytesPerRow(TableHeader header) {
        return header.columns().stream().mapToDouble(c -> 2 + RowSizes.of(c)).sum();
    }

    @Override
    public TableSink open(OutputStream out, TableHeader header) {
        return new PlainTextSink(out, header);
    }
}
