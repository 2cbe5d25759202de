package org.heralddata.query;

import java.io.IOException;
import java.io.OutputStream;
import org.heralddata.spi.TableHeader;

/** A selection about to be written as a file. To be closed, written or not; for one thread. */
public interface Export extends AutoCloseable {

    /** Such as {@code application/fits}. */
    String mediaType();

    /** Such as {@code kascade-events-r1.fits}. */
    String fileName();

    /** What the file says of itself. */
    TableHeader header();

    /**
     * Writes the file. Once.
     *
     * @param out not closed; when it fails the query is cancelled
     */
    void writeTo(OutputStream out) throws IOException;

    @Override
    void close();
}
