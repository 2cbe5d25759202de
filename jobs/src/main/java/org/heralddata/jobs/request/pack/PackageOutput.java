package org.heralddata.jobs.request.pack;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Where the files of a package go, one after the other. */
interface PackageOutput extends Closeable {

    /** Begins a file; to be closed before the next. */
    OutputStream file(String name, String mediaType) throws IOException;

    /** Completes the package. */
    @Override
    void close() throws IOException;
}
