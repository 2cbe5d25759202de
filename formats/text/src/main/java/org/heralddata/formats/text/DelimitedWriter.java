package org.heralddata.formats.text;

import java.io.OutputStream;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;

/** Writes text of rows and fields below a comment header that keeps what the columns mean. */
abstract class DelimitedWriter implements TableWriter {
    private final FormatName format;
    private final String mediaType;
    private final char delimiter;

    DelimitedWriter(String format, String mediaType, char delimiter) {
        this.format = new FormatName(format);
        this.mediaType = mediaType;
        this.delimiter = delimiter;
    }

    @Override
    public final FormatName format() {
        return format;
    }

    @Override
    public final String mediaType() {
        return mediaType;
    }

    @Override
    public final String extension() {
        return format.value();
    }

    @Override
    public final double bytesPerRow(TableHeader header) {
        return header.columns().stream().mapToDouble(RowSizes::of).sum();
    }

    @Override
    public final TableSink open(OutputStream out, TableHeader header) {
        return new DelimitedSink(out, header, delimiter);
    }
}
