package org.heralddata.formats.text;

import java.io.IOException;
import java.io.OutputStream;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;

/** Writes a page with one table, to be read by people. */
public final class HtmlWriter implements TableWriter {

    @Override
    public FormatName format() {
        return new FormatName("html");
    }

    @Override
    public String mediaType() {
        return "text/html";
    }

    @Override
    public String extension() {
        return "html";
    }

    @Override
    public double bytesPerRow(TableHeader header) {
        return 10
                + header.columns().stream().mapToDouble(c -> 9 + RowSizes.of(c)).sum();
    }

    @Override
    public TableSink open(OutputStream out, TableHeader header) throws IOException {
        return new HtmlSink(out, header);
    }
}
