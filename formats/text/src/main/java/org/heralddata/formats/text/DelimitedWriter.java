package org.heralddata.formats.text;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.heralddata.spi.FieldNote;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.Serializations;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;

/**
 * Writes text of rows and fields below a comment header that keeps what the columns mean; or, for programs that know of no
 * comments (RFC 4180 has none), without it.
 */
abstract class DelimitedWriter implements Serializations {
    private static final String DESCRIBED = "described";
    private static final String PLAIN = "plain";

    private final FormatName format;
    private final String mediaType;
    private final char delimiter;
    private final boolean plain;

    DelimitedWriter(String format, String mediaType, char delimiter, boolean plain) {
        this.format = new FormatName(format);
        this.mediaType = mediaType;
        this.delimiter = delimiter;
        this.plain = plain;
    }

    /** The same, with or without the comments. */
    abstract DelimitedWriter withComments(boolean commented);

    @Override
    public final List<String> serializations() {
        return List.of(DESCRIBED, PLAIN);
    }

    @Override
    public final TableWriter serialized(String serialization, Map<String, FieldNote> notes) {
        return switch (serialization) {
            case DESCRIBED -> withComments(true);
            case PLAIN -> withComments(false);
            default -> throw new IllegalArgumentException("no serialization: " + serialization);
        };
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
        return new DelimitedSink(out, header, delimiter, plain);
    }
}
