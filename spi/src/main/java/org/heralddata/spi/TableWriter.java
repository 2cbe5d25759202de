package org.heralddata.spi;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes one table in a format.
 *
 * <p>Found by {@link java.util.ServiceLoader}; stateless, safe for many threads.
 */
public interface TableWriter {

    /** The name in addresses and commands, such as {@code fits}. */
    FormatName format();

    /** The media type, such as {@code application/fits}. */
    String mediaType();

    /** The usual ending of file names, without the dot. */
    String extension();

    /**
     * Bytes that a row of the given columns takes, about, for estimates before writing.
     *
     * @param header what would be written
     */
    double bytesPerRow(TableHeader header);

    /**
     * Starts a table. Memory stays bounded whatever the number of rows; a format that cannot be streamed spools to a
     * temporary file and removes it on close.
     *
     * @param out not closed by the writer
     */
    TableSink open(OutputStream out, TableHeader header) throws IOException;
}
